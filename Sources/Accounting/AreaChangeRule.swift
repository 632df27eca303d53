/// How stocks are compared when the area of a 小班 differs between the two dates.
public enum AreaChangeRule: String, Sendable, CaseIterable, Codable {
  /// Growth is per hectare and counts for the later area: g = (c2 − c1)·44/12/T, credit g·A2·T. A
  /// boundary drawn anew is no growth, and b of B = aV + b cancels.
  case perHectare = "per-hectare"
  /// Growth is the difference of the whole stocks, (C2 − C1)·44/12, so land that came to the 小班
  /// brings its stock and land that left takes it along. Swapped dates give the negative.
  case total

  public var chineseName: String {
    switch self {
    case .perHectare: "按单位面积增量乘后期面积"
    case .total: "按两期总储量之差"
    }
  }
}
