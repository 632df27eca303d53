/// Where the lines between readiness grades are drawn. Judgement, to be declared with the results.
public struct ReadinessThresholds: Sendable, Equatable {
  /// ha below which there is no project to speak of.
  public var minimumEligibleArea = 1.0
  /// The share of the village's area that may be open for want of data.
  public var undecidedShare = 0.1
  /// The share of the village's 小班 area that may fail for disputed, conflicting or missing title.
  public var failedTitleShare = 0.5
  /// The share of passing area whose credit may be unknown.
  public var unquantifiedShare = 0.05

  public init() {}
}
