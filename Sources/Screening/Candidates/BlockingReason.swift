internal import Accounting

/// A rule that keeps 小班 of a village out, with how many and how much.
public struct BlockingReason: Sendable, Equatable {
  /// Position of the rule in the method's list.
  public var position: Int
  public var rule: String
  public var chineseTitle: String
  /// `.fail` or `.cannotTell`.
  public var verdict: Verdict
  public var count: Int
  private var sum = CompensatedSum()
  /// ha
  public var area: Double { sum.value }

  public init(
    position: Int, rule: String, chineseTitle: String, verdict: Verdict, count: Int, area: Double
  ) {
    self.position = position
    self.rule = rule
    self.chineseTitle = chineseTitle
    self.verdict = verdict
    self.count = count
    sum.add(area)
  }

  mutating func add(area: Double) {
    count += 1
    if area.isFinite { sum.add(area) }
  }
}
