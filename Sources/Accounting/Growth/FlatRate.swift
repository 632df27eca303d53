public import Inventory

/// One yearly growth rate for all stands, such as a provincial growth rate less consumption. An
/// upper bound for old stands.
public struct FlatRate: Sendable, Equatable {
  /// Per year, such as 0.0407 (Guangdong 2015: 9.61 % − 5.54 %).
  public var rate: Double
  public var provenance: Provenance

  public init(rate: Double, provenance: Provenance) {
    self.rate = rate
    self.provenance = provenance
  }

  /// m³/ha some years before, V/(1 + r)^years.
  public func backcast(volume: Double, years: Int) -> Double {
    var result = volume
    for _ in 0..<max(years, 0) { result /= 1 + rate }
    return result
  }
}
