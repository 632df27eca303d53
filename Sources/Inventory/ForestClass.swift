/// 森林类别: public-benefit or commercial forest, by which some methods choose their benchmark.
public enum ForestClass: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 生态公益林
  case publicBenefit = "public-benefit"
  /// 商品林
  case commercial

  public var chineseName: String {
    switch self {
    case .unknown: "类别不明"
    case .publicBenefit: "公益林"
    case .commercial: "商品林"
    }
  }

  /// Position in `allCases`, which stores keep instead of the text.
  public var ordinal: Int64 {
    switch self {
    case .unknown: 0
    case .publicBenefit: 1
    case .commercial: 2
    }
  }
}
