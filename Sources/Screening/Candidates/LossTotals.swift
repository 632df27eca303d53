internal import Accounting

/// How many 小班 of a village lost stock between the surveys, on how much land, and how much.
public struct LossTotals: Sendable, Equatable {
  public var count = 0
  private var areas = CompensatedSum()
  private var amounts = CompensatedSum()
  /// ha
  public var area: Double { areas.value }
  /// tCO2e a year (negative) of a loss; tC of a stock in question.
  public var amount: Double { amounts.value }

  public init() {}

  public mutating func add(area: Double, amount: Double) {
    count += 1
    if area.isFinite { areas.add(area) }
    if amount.isFinite { amounts.add(amount) }
  }
}
