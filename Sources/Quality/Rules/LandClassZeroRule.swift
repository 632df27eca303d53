internal import Inventory
public import Mapping

/// Spreadsheets turn `030100` into `30100` and `0161` into `161`. A land class that the list does not
/// have is taken for the listed one with a zero in front, if there is exactly one: by the list, not
/// by arithmetic, since `111` and `0111` may both be listed.
public enum LandClassZeroRule: RowRule {
  public static let definition = RuleDefinition(
    "land-class-zero", "地类代码缺前导零",
    summary: "The land class is not in the list, but it is with zeros in front.",
    chineseRemedy: "地类代码应为文本，保留前导零；已按补零后的代码处理。",
    defaultPolicy: .repair,
    repair: "taken as the listed code with zeros in front")

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    guard let list = report.mapping["landClass"]?.codes else { return }
    var last: (code: String, full: String?) = ("", nil)
    for row in 0..<rows.count
    where rows.subcompartments.landClass[row] == .unknown && !rows.landClassCode.isEmpty(row) {
      let code = rows.landClassCode[row]
      if code != last.code { last = (code, full(code, list)) }
      guard let full = last.full, let entry = list[full],
        let land = LandClass(rawValue: entry.meaning)
      else { continue }
      report.add(row: row, field: "landClass", value: code, detail: "as \(full) \(entry.name)")
      if report.shouldRepair { rows.subcompartments.landClass[row] = land }
    }
  }

  /// The only listed code that is `code` with one or two zeros in front.
  private static func full(_ code: String, _ list: CodeList) -> String? {
    if list[code] != nil { return nil }
    let found = ["0" + code, "00" + code].filter { list[$0] != nil }
    return found.count == 1 ? found[0] : nil
  }
}
