internal import Glibc
public import Inventory

/// Litter as a share of above-ground biomass that falls with biomass: L = B·f(B)/100,
/// f = a·e^(b·B) in per cent, B in t d.m./ha (form and default values recalled of AR-CM-003-V01).
///
/// In a stand of two species f of each is taken at the biomass of the whole stand.
public struct Litter: Sendable, Equatable {
  /// The function of the species groups named.
  public struct Function: Sendable, Equatable {
    public var groups: [String]
    /// Per cent.
    public var a: Double
    /// ha/t, not above 0.
    public var b: Double
    public var provenance: Provenance

    public init(groups: [String], a: Double, b: Double, provenance: Provenance) {
      self.groups = groups
      self.a = a
      self.b = b
      self.provenance = provenance
    }

    /// Litter for a tonne of above-ground biomass.
    /// - Parameter biomass: of the whole stand above ground, t d.m./ha.
    public func share(biomass: Double) -> Double { a / 100 * exp(b * biomass) }
  }

  /// tC/t d.m.
  public var carbonFraction: Double
  public var functions: [Function]
  /// Serves the groups that no function names; nil: those stands get no litter, as declared.
  public var others: Function?
  public var provenance: Provenance

  public init(
    carbonFraction: Double, functions: [Function], others: Function? = nil, provenance: Provenance
  ) {
    self.carbonFraction = carbonFraction
    self.functions = functions
    self.others = others
    self.provenance = provenance
  }

  public func function(of group: String) -> Function? {
    functions.first { $0.groups.contains(group) } ?? others
  }
}
