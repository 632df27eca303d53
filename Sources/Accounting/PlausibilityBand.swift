public import Inventory

/// The range outside of which a candidate's credit per hectare and year asks for a second look.
///
/// It changes no number: published projects of the same kind are few, and a good stand may well lie
/// outside.
public struct PlausibilityBand: Sendable, Equatable {
  /// tCO2e/ha/yr
  public var low: Double
  /// tCO2e/ha/yr, not below `low`.
  public var high: Double
  public var provenance: Provenance

  public init(low: Double, high: Double, provenance: Provenance) {
    self.low = low
    self.high = high
    self.provenance = provenance
  }

  /// Whether a credit per hectare and year lies in the range; nil if it is not known.
  public func contains(_ rate: Double) -> Bool? {
    rate.isNaN ? nil : rate >= low && rate <= high
  }
}
