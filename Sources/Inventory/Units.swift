/// Factors between the units of forestry files. All are exact.
public enum Units {
  /// 1 公顷 = 15 亩.
  public static let muPerHectare = 15.0
  public static let squareMetresPerHectare = 10_000.0
  /// Tonnes of CO2 for a tonne of carbon: the ratio of molar masses, 44/12.
  public static let carbonDioxidePerCarbon = 44.0 / 12.0
}

/// The unit in which a column gives areas.
public enum AreaUnit: String, Sendable, CaseIterable, Codable {
  case hectare
  /// 亩
  case mu
  case squareMetre = "square-metre"

  /// What a value in this unit is multiplied by to give hectares.
  public func hectares(_ value: Double) -> Double {
    switch self {
    case .hectare: value
    case .mu: value / Units.muPerHectare
    case .squareMetre: value / Units.squareMetresPerHectare
    }
  }
}

/// The unit in which a column gives growing stock volume (蓄积).
public enum VolumeUnit: String, Sendable, CaseIterable, Codable {
  case cubicMetresPerHectare = "m3-per-hectare"
  case cubicMetresPerMu = "m3-per-mu"
  /// The volume of the whole subcompartment.
  case cubicMetres = "m3"
}

/// The unit in which a column gives canopy density (郁闭度).
public enum RatioUnit: String, Sendable, CaseIterable, Codable {
  case fraction
  case percent
}
