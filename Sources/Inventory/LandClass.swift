/// 地类: what a subcompartment is covered with, in one notation for all schemas.
///
/// Codes of the different editions are brought to these classes by a code list, never by
/// arithmetic on the digits (`0113`, `113` and `1130` are one class).
public enum LandClass: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 乔木林
  case arborForest = "arbor-forest"
  /// 竹林
  case bambooForest = "bamboo-forest"
  /// 红树林
  case mangrove
  /// 疏林地
  case openForest = "open-forest"
  /// 国家特别规定灌木林
  case designatedShrub = "designated-shrub"
  /// 其他灌木林
  case otherShrub = "other-shrub"
  /// 未成林造林地
  case youngPlantation = "young-plantation"
  /// 未成林封育地
  case closedHillside = "closed-hillside"
  /// 苗圃地
  case nursery
  /// 采伐迹地
  case cutover
  /// 火烧迹地
  case burned
  /// 其他无立木林地
  case otherUnstocked = "other-unstocked"
  /// 宜林地
  case plantable
  /// 林业辅助生产用地
  case auxiliary
  /// 非林地
  case nonForest = "non-forest"
  /// 经济林, a class of its own in some provincial lists
  case economicForest = "economic-forest"

  public var chineseName: String {
    switch self {
    case .unknown: "地类不明"
    case .arborForest: "乔木林"
    case .bambooForest: "竹林"
    case .mangrove: "红树林"
    case .openForest: "疏林地"
    case .designatedShrub: "特灌林"
    case .otherShrub: "其他灌木林"
    case .youngPlantation: "未成林造林地"
    case .closedHillside: "未成林封育地"
    case .nursery: "苗圃地"
    case .cutover: "采伐迹地"
    case .burned: "火烧迹地"
    case .otherUnstocked: "其他无立木林地"
    case .plantable: "宜林地"
    case .auxiliary: "辅助生产用地"
    case .nonForest: "非林地"
    case .economicForest: "经济林"
    }
  }

  /// Position in `allCases`, which stores keep instead of the text.
  public var ordinal: Int64 {
    switch self {
    case .unknown: 0
    case .arborForest: 1
    case .bambooForest: 2
    case .mangrove: 3
    case .openForest: 4
    case .designatedShrub: 5
    case .otherShrub: 6
    case .youngPlantation: 7
    case .closedHillside: 8
    case .nursery: 9
    case .cutover: 10
    case .burned: 11
    case .otherUnstocked: 12
    case .plantable: 13
    case .auxiliary: 14
    case .nonForest: 15
    case .economicForest: 16
    }
  }
}
