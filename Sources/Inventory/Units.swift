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

/// The unit in which a column gives numbers of stems or bamboo culms (株数).
public enum StemUnit: String, Sendable, CaseIterable, Codable {
  case perHectare = "per-hectare"
  case perMu = "per-mu"
  /// Of the whole subcompartment.
  case total
  /// Hundreds of the whole subcompartment (百株), as bamboo tables count.
  case hundreds
  /// Ten thousands of the whole subcompartment (万株).
  case tenThousands = "ten-thousands"

  /// Whether the number is that of the whole subcompartment.
  public var isTotal: Bool {
    switch self {
    case .perHectare, .perMu: false
    case .total, .hundreds, .tenThousands: true
    }
  }

  /// Stems per hectare.
  ///
  /// - Parameter area: of the subcompartment, ha; NaN comes of a total without an area.
  public func perHectare(_ value: Double, area: Double) -> Double {
    switch self {
    case .perHectare: value
    case .perMu: value * Units.muPerHectare
    case .total: area > 0 ? value / area : .nan
    case .hundreds: area > 0 ? value * 100 / area : .nan
    case .tenThousands: area > 0 ? value * 10_000 / area : .nan
    }
  }
}
