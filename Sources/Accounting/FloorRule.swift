/// At which level a negative credit is raised to zero.
public enum FloorRule: String, Sendable, CaseIterable, Codable {
  /// Rows keep their sign and offset one another; the sum of the project is at least zero.
  case project
  /// Every 小班 is at least zero. This overstates: losses are left out.
  case subcompartment
  case none

  public var chineseName: String {
    switch self {
    case .project: "项目层面不低于零"
    case .subcompartment: "小班层面不低于零"
    case .none: "不设下限"
    }
  }

  /// The credit of one row under this rule; only a floor at the 小班 changes it.
  func applied(to credit: Double) -> Double {
    switch self {
    case .subcompartment: max(credit, 0)
    case .project, .none: credit
    }
  }
}
