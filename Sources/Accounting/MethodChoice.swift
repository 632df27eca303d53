/// A decision of a method file that is no number with a source beside it, yet makes tonnes: it has
/// a standing like every other fact, given under `choices`.
public enum MethodChoice: String, Sendable, CaseIterable, Codable {
  case crediting
  case floor
  case landClasses
  case clearedLandClasses
  case speciesChange
  case areaTolerance
  case excluded
  case excludeOthers
  case defaultGroup

  public var chineseName: String {
    switch self {
    case .crediting: "计入期"
    case .floor: "负值归零层级"
    case .landClasses: "计量地类"
    case .clearedLandClasses: "无林木地类"
    case .speciesChange: "树种变更的处理"
    case .areaTolerance: "面积允许差"
    case .excluded: "不计量的树种"
    case .excludeOthers: "未列明树种的处理"
    case .defaultGroup: "默认树种组"
    }
  }
}
