public import Inventory

/// The coefficients of one species group.
public struct StockCoefficient: Sendable, Equatable {
  /// The numbers of the two routes; a file has one form only.
  public enum Form: Sendable, Equatable {
    /// D t d.m./m³, BEF, R, CF tC/t d.m.
    case expansion(density: Double, factor: Double, rootShoot: Double, carbonFraction: Double)
    /// B = a·V + b in t d.m./ha, CF tC/t d.m.
    case line(a: Double, b: Double, carbonFraction: Double)
  }

  /// The species group as code lists name it, such as 杉木.
  public var group: String
  public var form: Form
  public var provenance: Provenance

  public init(group: String, form: Form, provenance: Provenance) {
    self.group = group
    self.form = form
    self.provenance = provenance
  }

  /// tC for each m³ of growing stock.
  public var carbonPerVolume: Double {
    switch form {
    case .expansion(let density, let factor, let rootShoot, let carbonFraction):
      StockFormula.carbonPerCubicMetre(
        density: density, expansion: factor, rootShoot: rootShoot, carbonFraction: carbonFraction)
    case .line(let a, _, let carbonFraction): carbonFraction * a
    }
  }

  /// tC for each hectare that bears any volume; 0 by biomass expansion.
  public var carbonPerHectare: Double {
    switch form {
    case .expansion: 0
    case .line(_, let b, let carbonFraction): carbonFraction * b
    }
  }
}
