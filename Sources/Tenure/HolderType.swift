/// What kind of body holds a right.
public enum HolderType: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 国有
  case state
  /// 集体
  case collective
  /// 联户: several households together
  case joint
  /// 个人
  case person
  /// 企业, farmers' cooperatives (专业合作社) included
  case company

  public var chineseName: String {
    switch self {
    case .unknown: "不明"
    case .state: "国有"
    case .collective: "集体"
    case .joint: "联户"
    case .person: "个人"
    case .company: "企业"
    }
  }
}
