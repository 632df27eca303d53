internal import Configuration

extension StockCoefficient {
  /// Carbon in a cubic metre of growing stock, tC/m³. The lightest and the heaviest wood of the tables
  /// at hand give 0.20 and 0.81.
  private static let possibleCarbon = 0.1...1.2
  /// In thin stands trees have more crown than stem: a BCEF of 3.0 for less than 20 m³/ha makes
  /// 3.0 × 1.23 × 0.48 = 1.77 (IPCC 2006 table 4.5, recalled).
  private static let possibleThinCarbon = 0.1...6.0
  /// m³/ha from which on a factor by class has to give what any does.
  private static let closedVolume = 200.0

  static func form(
    _ reader: ConfigurationReader, route: StockRoute, commonFraction: Double?
  ) throws(ConfigurationError) -> Form {
    func fraction() throws(ConfigurationError) -> Double {
      let own = try reader.optionalNumber("carbonFraction", in: 0.3...0.6)
      guard let fraction = own ?? commonFraction else {
        throw reader.error(.missingKey("carbonFraction"))
      }
      return fraction
    }
    switch route {
    case .biomassExpansion: return try expansion(reader, fraction: try fraction())
    case .cbef:
      let a = try reader.number("a", in: 0.05...3)
      let b = try reader.number("b", in: -50...150)
      let fraction = try fraction()
      guard reader.has("rootShoot") else { return .line(a: a, b: b, carbonFraction: fraction) }
      let roots = try ClassTable(reader, "rootShoot", in: 0...3)
      guard roots.bounds.isEmpty else {
        return .curve(
          StockCurve(biomass: .line(a: a, b: b), rootShoot: roots, carbonFraction: fraction))
      }
      return .line(a: a, b: b, rootShoot: roots.values[0], carbonFraction: fraction)
    case .power:
      let biomass = StockCurve.Biomass.power(
        a: try reader.number("a", in: 0.01...50), b: try reader.number("b", in: 0.2...1.5))
      return try curve(reader, biomass, fraction: try fraction())
    case .hyperbolic:
      let biomass = StockCurve.Biomass.hyperbolic(
        a: try reader.number("a", in: 0.05...20), b: try reader.number("b", in: 0...0.1))
      return try curve(reader, biomass, fraction: try fraction())
    }
  }

  private static func curve(
    _ reader: ConfigurationReader, _ biomass: StockCurve.Biomass, fraction: Double
  ) throws(ConfigurationError) -> Form {
    let roots =
      reader.has("rootShoot") ? try ClassTable(reader, "rootShoot", in: 0...3) : ClassTable(0)
    return .curve(StockCurve(biomass: biomass, rootShoot: roots, carbonFraction: fraction))
  }

  /// D, BEF and R as numbers, or BEF by class of volume and R by class of biomass; or BCEF, which is
  /// D·BEF in one.
  private static func expansion(
    _ reader: ConfigurationReader, fraction: Double
  ) throws(ConfigurationError) -> Form {
    let isOne = reader.has("bcef")
    if isOne, reader.has("density") || reader.has("bef") {
      throw reader.error(.invalid("bcef is density and bef in one"), at: "bcef")
    }
    let density = isOne ? 1 : try reader.number("density", in: 0.1...1.3)
    let factor =
      isOne
      ? try ClassTable(reader, "bcef", in: 0.2...10)
      : try ClassTable(reader, "bef", in: reader.holdsList("bef") ? 1...10 : 1...6)
    let roots = try ClassTable(reader, "rootShoot", in: 0...3)
    guard factor.bounds.isEmpty, roots.bounds.isEmpty, !isOne else {
      return .curve(
        StockCurve(
          biomass: .factor(density: density, factor: factor), rootShoot: roots,
          carbonFraction: fraction))
    }
    return .expansion(
      density: density, factor: factor.values[0], rootShoot: roots.values[0],
      carbonFraction: fraction)
  }

  /// Numbers may each be possible and together be of no tree.
  func checkCarbon(_ reader: ConfigurationReader) throws(ConfigurationError) {
    func refuse(
      _ formula: String, _ value: Double, _ range: ClosedRange<Double>
    ) throws(ConfigurationError) {
      guard !range.contains(value) else { return }
      throw reader.error(
        .outOfRange(
          value: "\(formula) = \((value * 10_000).rounded() / 10_000) tC/m³",
          allowed: "\(range.lowerBound) to \(range.upperBound) tC/m³; check the units of each"))
    }
    switch form {
    case .expansion:
      try refuse(
        "density·bef·(1 + rootShoot)·carbonFraction", carbonPerVolume, Self.possibleCarbon)
    case .line(_, _, let rootShoot, _):
      try refuse(
        rootShoot > 0 ? "carbonFraction·a·(1 + rootShoot)" : "carbonFraction·a", carbonPerVolume,
        Self.possibleCarbon)
    case .curve(let curve):
      for volume in [10.0, 50, 100, Self.closedVolume, 400] {
        let range = volume < Self.closedVolume ? Self.possibleThinCarbon : Self.possibleCarbon
        // A line has its b on top, which says nothing of units.
        if case .line(let a, _) = curve.biomass {
          let roots = curve.rootShoot.value(a * volume)
          try refuse(
            "carbonFraction·a·(1 + rootShoot)", curve.carbonFraction * a * (1 + roots),
            Self.possibleCarbon)
        } else {
          try refuse("carbon at \(volume) m³/ha ÷ V", carbon(volume: volume) / volume, range)
        }
      }
    case .culm: break
    }
  }
}

extension ClassTable {
  /// A number for all, or `[{ upTo: 20, value: 3.0 }, …, { value: 0.7 }]` in rising order.
  init(
    _ reader: ConfigurationReader, _ key: String, in range: ClosedRange<Double>
  ) throws(ConfigurationError) {
    guard reader.holdsList(key) else {
      self.init(try reader.number(key, in: range))
      return
    }
    var bounds: [Double] = []
    var values: [Double] = []
    let entries = try reader.objects(key)
    for (place, entry) in entries.enumerated() {
      values.append(try entry.number("value", in: range))
      if place < entries.count - 1 {
        let bound = try entry.number("upTo", in: 0.1...10_000)
        guard bound > bounds.last ?? 0 else {
          throw entry.error(.invalid("the classes are not in rising order"), at: "upTo")
        }
        bounds.append(bound)
      } else if entry.has("upTo") {
        throw entry.error(.invalid("the last class has no upper bound"), at: "upTo")
      }
      try entry.finish()
    }
    guard !values.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one class"), at: key)
    }
    self.init(bounds: bounds, values: values)
  }
}
