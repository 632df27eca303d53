/// What becomes of a stock that was measured at the earlier date and is not counted at the later.
///
/// To leave such rows out would overstate a project: what grew would be added up and what was felled
/// forgotten. So the default of every file is `loss`.
public enum LossRule: String, Sendable, CaseIterable, Codable {
  /// The earlier stock is lost; whatever stands there now counts for nothing.
  case loss
  /// The row has no credit, and reports say how much stock is in question.
  case notCounted = "not-counted"

  public var chineseName: String {
    switch self {
    case .loss: "按损失计"
    case .notCounted: "不计，另列"
    }
  }
}
