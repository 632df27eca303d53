public import Inventory

/// Dead wood as a share of the carbon of living trees.
public struct DeadWood: Sendable, Equatable {
  /// Fraction, 0 to 0.2.
  public var share: Double
  public var provenance: Provenance

  public init(share: Double, provenance: Provenance) {
    self.share = share
    self.provenance = provenance
  }
}
