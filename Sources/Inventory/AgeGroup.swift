/// 龄组 as surveyed.
public enum AgeGroup: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 幼龄林
  case young
  /// 中龄林
  case middle
  /// 近熟林
  case nearMature = "near-mature"
  /// 成熟林
  case mature
  /// 过熟林
  case overMature = "over-mature"

  public var chineseName: String {
    switch self {
    case .unknown: "龄组不明"
    case .young: "幼龄林"
    case .middle: "中龄林"
    case .nearMature: "近熟林"
    case .mature: "成熟林"
    case .overMature: "过熟林"
    }
  }

  /// Position in `allCases`, which stores keep instead of the text.
  public var ordinal: Int64 {
    switch self {
    case .unknown: 0
    case .young: 1
    case .middle: 2
    case .nearMature: 3
    case .mature: 4
    case .overMature: 5
    }
  }
}
