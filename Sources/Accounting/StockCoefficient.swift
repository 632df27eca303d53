public import Inventory

/// The coefficients of one species group.
public struct StockCoefficient: Sendable, Equatable {
  /// The numbers of the routes, of which a file has one only; and those of bamboo, which has no
  /// volume and is counted by culms in either.
  public enum Form: Sendable, Equatable {
    /// D t d.m./m³, BEF, R, CF tC/t d.m.
    case expansion(density: Double, factor: Double, rootShoot: Double, carbonFraction: Double)
    /// B = a·V + b in t d.m./ha, R for the parts below ground that B leaves out, CF tC/t d.m.
    case line(a: Double, b: Double, rootShoot: Double = 0, carbonFraction: Double)
    /// What is no straight line of V.
    case curve(StockCurve)
    /// Mass of a culm in kg d.m., R for the parts below ground that the mass leaves out, CF tC/t.
    case culm(CulmMass, rootShoot: Double, carbonFraction: Double)
  }

  /// The species group as code lists name it, such as 杉木.
  public var group: String
  /// Stands of one 起源 only; nil: of any.
  public var origin: Origin?
  /// Stands of these 龄组 only; empty: of any.
  public var ageGroups: [AgeGroup]
  public var form: Form
  public var provenance: Provenance

  public init(
    group: String, origin: Origin? = nil, ageGroups: [AgeGroup] = [], form: Form,
    provenance: Provenance
  ) {
    self.origin = origin
    self.ageGroups = ageGroups
    self.group = group
    self.form = form
    self.provenance = provenance
  }

  /// Whether it is for some stands of its group only.
  public var isQualified: Bool { origin != nil || !ageGroups.isEmpty }

  /// Whether it is for a stand of this 起源 and 龄组.
  public func serves(_ origin: Origin, _ ageGroup: AgeGroup) -> Bool {
    (self.origin == nil || self.origin == origin)
      && (ageGroups.isEmpty || ageGroups.contains(ageGroup))
  }

  /// The group with what narrows it, such as 杉木（人工，幼龄林）.
  public var label: String {
    guard isQualified else { return group }
    let words = [origin?.chineseName].compactMap { $0 } + ageGroups.map(\.chineseName)
    return "\(group)（\(words.joined(separator: "，"))）"
  }

  /// Whether it converts numbers of culms instead of volumes.
  public var isOfCulms: Bool {
    if case .culm = form { true } else { false }
  }

  /// tC of one culm, M·(1 + R)·CF/1000; NaN for coefficients of volumes, and where the mass goes by
  /// a diameter that is not known.
  /// - Parameter diameter: cm.
  public func carbonPerCulm(diameter: Double) -> Double {
    guard case .culm(let mass, let rootShoot, let carbonFraction) = form else { return .nan }
    return StockFormula.carbonPerCulm(
      mass: mass.kilograms(diameter: diameter), rootShoot: rootShoot,
      carbonFraction: carbonFraction)
  }

  /// t d.m. above ground for each m³ of growing stock, D·BEF; NaN where the form does not tell.
  public var aboveGroundPerVolume: Double {
    if case .expansion(let density, let factor, _, _) = form { density * factor } else { .nan }
  }

  /// Whether carbon is no straight line of volume.
  public var isCurved: Bool {
    if case .curve = form { true } else { false }
  }

  /// tC in the trees of a hectare with this volume; NaN for bamboo.
  /// - Parameter volume: m³/ha, above 0.
  public func carbon(volume: Double) -> Double {
    if case .curve(let curve) = form { return curve.carbon(volume: volume) }
    return carbonPerVolume * volume + carbonPerHectare
  }

  /// t d.m. above ground in a hectare with this volume, or of whole trees where the form knows no R.
  public func biomass(volume: Double) -> Double {
    switch form {
    case .expansion(let density, let factor, _, _): density * factor * volume
    case .line(let a, let b, _, _): a * volume + b
    case .curve(let curve): curve.biomass(volume: volume)
    case .culm: .nan
    }
  }

  /// Whether the form tells above-ground biomass apart, as litter needs it.
  public var tellsAboveGround: Bool {
    switch form {
    case .expansion: true
    case .line(_, _, let rootShoot, _): rootShoot > 0
    case .curve(let curve): curve.rootShoot.values.allSatisfy { $0 > 0 }
    case .culm: false
    }
  }

  /// tC for each m³ of growing stock; NaN for bamboo. Of a curve the mean at 100 m³/ha.
  public var carbonPerVolume: Double {
    switch form {
    case .expansion(let density, let factor, let rootShoot, let carbonFraction):
      StockFormula.carbonPerCubicMetre(
        density: density, expansion: factor, rootShoot: rootShoot, carbonFraction: carbonFraction)
    case .line(let a, _, let rootShoot, let carbonFraction): carbonFraction * a * (1 + rootShoot)
    case .curve(let curve): curve.carbon(volume: 100) / 100
    case .culm: .nan
    }
  }

  /// tC for each hectare that bears any volume; 0 by biomass expansion.
  public var carbonPerHectare: Double {
    switch form {
    case .expansion, .culm, .curve: 0
    case .line(_, let b, let rootShoot, let carbonFraction): carbonFraction * b * (1 + rootShoot)
    }
  }
}
