/// From what the deduction for uncertainty is taken.
public enum DeductionBase: String, Sendable, CaseIterable, Codable {
  /// From what is left after the baseline, (g − β)·(1 − u).
  case net
  /// From what the project measured, before the baseline is subtracted: g·(1 − u) − β, and g·(1 + u) − β
  /// for a loss. AR-CM-003-V01 takes DR from the change of the tree stock (recalled, med-high).
  case project

  public var chineseName: String {
    switch self {
    case .net: "扣除基线之后"
    case .project: "扣除基线之前（项目侧）"
    }
  }
}
