internal import Accounting

/// How many 小班 of a village lost stock between the surveys, on how much land, and how much.
public struct LossTotals: Sendable, Equatable {
  public var count = 0
  private var areas = CompensatedSum()
  private var growth = CompensatedSum()
  /// ha
  public var area: Double { areas.value }
  /// Growth, tCO2e a year; negative.
  public var increment: Double { growth.value }

  public init() {}

  public mutating func add(area: Double, increment: Double) {
    count += 1
    if area.isFinite { areas.add(area) }
    if increment.isFinite { growth.add(increment) }
  }
}
