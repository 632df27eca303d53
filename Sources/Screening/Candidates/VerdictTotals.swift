/// How many 小班 of a village have one verdict, and their whole area.
public struct VerdictTotals: Sendable, Equatable {
  public var count = 0
  /// ha; rows of unknown area do not add to it.
  public var area = 0.0

  public init() {}

  public init(count: Int, area: Double) {
    self.count = count
    self.area = area
  }

  mutating func add(area: Double) {
    count += 1
    if area.isFinite { self.area += area }
  }
}
