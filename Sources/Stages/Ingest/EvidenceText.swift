internal import Geospatial

/// Decisions about encodings and coordinates in words, for tables and reports.
enum EvidenceText {
  static func encoding(_ decision: EncodingDecision) -> String {
    let name = decision.encoding.rawValue
    let reason =
      switch decision.evidence {
      case .configured: "流程文件指定"
      case .cpgFile(let value): ".cpg 注明 \(value)"
      case .languageByte(let byte): "DBF 语言字节 0x" + hexadecimal(byte)
      case .validUTF8: "内容符合 UTF-8"
      case .validGB18030: "内容符合 GB18030"
      case .plausibleBig5: "按字频推断，请核对"
      case .onlyASCII: "只有 ASCII 字符"
      case .format: "格式规定"
      }
    let overruled = decision.overruled.isEmpty ? "" : "；与文件自身标注不符，以内容为准"
    return "\(name)（\(reason)\(overruled)）"
  }

  /// - Parameter shift: how the source was brought to CGCS2000, if the pipeline says so.
  static func coordinates(_ decision: CoordinateDecision, shift: DatumShift?) -> String {
    let text = coordinates(decision)
    guard let shift, decision.system != nil else { return text }
    return text + "；按七参数转换到 CGCS2000（" + shift.source + "）"
  }

  static func coordinates(_ decision: CoordinateDecision) -> String {
    switch decision {
    case .none: return "无图形"
    case .undecided: return "未定"
    case .known(let system, let evidence):
      let reason =
        switch evidence {
        case .declared(let file?) where file != system.label: "流程文件指定；文件记录为 \(file)"
        case .declared: "流程文件指定"
        case .recorded: "文件记录"
        case .zonePrefix(let zone): "东坐标带号 \(zone) 推断，基准面待确认"
        case .countyMeridian(let county, let meridian): "按县代码 \(county) 取中央经线 \(meridian)°，基准面待确认"
        case .declaredMeridian(let meridian): "流程文件指定中央经线 \(meridian)°，基准面待确认"
        case .degrees: "经纬度，基准面待确认"
        }
      return "\(system.label)（\(reason)）"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
