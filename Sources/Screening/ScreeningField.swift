/// What a rule has to know of a 小班, so that a person can be told which data are missing.
public enum ScreeningField: String, Sendable, CaseIterable, Codable {
  case landClass = "land-class"
  case canopyDensity = "canopy-density"
  case area
  case forestClass = "forest-class"
  case origin
  case ageGroup = "age-group"
  case keyLocation = "key-location"
  case age
  case plantingYear = "planting-year"
  case documents
  case title
  case titleTerm = "title-term"
  case exclusions
  case credits
  case growthEvidence = "growth-evidence"

  public var chineseName: String {
    switch self {
    case .landClass: "地类"
    case .canopyDensity: "郁闭度"
    case .area: "面积"
    case .forestClass: "森林类别"
    case .origin: "起源"
    case .ageGroup: "龄组"
    case .keyLocation: "生态区位"
    case .age: "林龄"
    case .plantingYear: "造林年度"
    case .documents: "证明材料"
    case .title: "林权"
    case .titleTerm: "林权期限"
    case .exclusions: "排除范围"
    case .credits: "已计入减排量范围"
    case .growthEvidence: "两期调查"
    }
  }
}
