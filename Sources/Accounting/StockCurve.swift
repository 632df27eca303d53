internal import Glibc

/// Carbon by volume where it is no straight line: C = B(V)·(1 + R(B))·CF.
///
/// With R = 0 the biomass is that of the whole tree, as most published equations give it.
public struct StockCurve: Sendable, Equatable {
  /// B in t d.m./ha by V in m³/ha.
  public enum Biomass: Sendable, Equatable {
    /// B = a·V^b
    case power(a: Double, b: Double)
    /// B = V/(a + b·V) (Zhou et al. 2002)
    case hyperbolic(a: Double, b: Double)
    /// B = a·V + b
    case line(a: Double, b: Double)
    /// B = V·D·BEF, or V·BCEF with D = 1, the factor by class of V.
    case factor(density: Double, factor: ClassTable)
  }

  public var biomass: Biomass
  /// R by class of B.
  public var rootShoot: ClassTable
  /// tC/t d.m.
  public var carbonFraction: Double

  public init(biomass: Biomass, rootShoot: ClassTable = ClassTable(0), carbonFraction: Double) {
    self.biomass = biomass
    self.rootShoot = rootShoot
    self.carbonFraction = carbonFraction
  }

  /// t d.m./ha.
  /// - Parameter volume: m³/ha, above 0.
  public func biomass(volume: Double) -> Double {
    switch biomass {
    case .power(let a, let b): a * pow(volume, b)
    case .hyperbolic(let a, let b): volume / (a + b * volume)
    case .line(let a, let b): a * volume + b
    case .factor(let density, let factor): volume * density * factor.value(volume)
    }
  }

  /// tC/ha.
  public func carbon(volume: Double) -> Double {
    let biomass = biomass(volume: volume)
    return biomass * (1 + rootShoot.value(biomass)) * carbonFraction
  }

  /// The formula as explanations print it.
  public var formula: String {
    switch biomass {
    case .power: "B = a·V^b"
    case .hyperbolic: "B = V/(a + b·V)"
    case .line: "B = a·V + b"
    case .factor: "B = V·D·BEF(V)"
    }
  }
}
