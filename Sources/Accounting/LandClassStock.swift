public import Inventory

/// A constant stock for a 地类 without growing stock volume, such as 竹林 or 灌木林. It gives a
/// stock and never a growth.
public struct LandClassStock: Sendable, Equatable {
  public var landClass: LandClass
  /// tC/ha
  public var carbon: Double
  public var provenance: Provenance

  public init(landClass: LandClass, carbon: Double, provenance: Provenance) {
    self.landClass = landClass
    self.carbon = carbon
    self.provenance = provenance
  }
}
