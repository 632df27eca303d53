internal import Accounting

/// How many 小班 of a village have one verdict, and their whole area.
public struct VerdictTotals: Sendable, Equatable {
  public var count = 0
  private var sum = CompensatedSum()
  /// ha; rows of unknown area do not add to it.
  public var area: Double { sum.value }

  public init() {}

  public init(count: Int, area: Double) {
    self.count = count
    sum.add(area)
  }

  mutating func add(area: Double) {
    count += 1
    if area.isFinite { sum.add(area) }
  }
}
