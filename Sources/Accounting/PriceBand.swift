public import Inventory

/// Prices for planning, CNY/t.
public struct PriceBand: Sendable, Equatable {
  /// The only unit a file may give.
  public static let unit = "CNY/t"

  public var low: Double
  public var middle: Double
  public var high: Double
  public var provenance: Provenance

  public init(low: Double, middle: Double, high: Double, provenance: Provenance) {
    self.low = low
    self.middle = middle
    self.high = high
    self.provenance = provenance
  }
}
