/// Whether a village lies in an old revolutionary, Soviet or ethnic area (革命苏区老区及民族地区).
/// Policy documents give no list, so it is an input.
public enum RegionFlag: String, Sendable, CaseIterable, Codable {
  case unknown
  case oldRevolutionaryOrEthnic = "old-revolutionary-or-ethnic"
  case other

  public var chineseName: String {
    switch self {
    case .unknown: "未标明"
    case .oldRevolutionaryOrEthnic: "革命苏区老区及民族地区"
    case .other: "其他地区"
    }
  }
}
