/// A rule that keeps 小班 of a village out, with how many and how much.
public struct BlockingReason: Sendable, Equatable {
  /// Position of the rule in the method's list.
  public var position: Int
  public var rule: String
  public var chineseTitle: String
  /// `.fail` or `.cannotTell`.
  public var verdict: Verdict
  public var count: Int
  /// ha
  public var area: Double

  public init(
    position: Int, rule: String, chineseTitle: String, verdict: Verdict, count: Int, area: Double
  ) {
    self.position = position
    self.rule = rule
    self.chineseTitle = chineseTitle
    self.verdict = verdict
    self.count = count
    self.area = area
  }
}
