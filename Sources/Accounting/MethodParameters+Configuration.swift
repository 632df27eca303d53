public import Configuration
internal import Inventory

extension MethodParameters {
  /// Reads a parameter file. Unknown keys, impossible numbers and contradictions are refused at
  /// their place in the file.
  /// - Parameters:
  ///   - value: the root of the file.
  ///   - file: the name under which errors report it.
  public init(configuration value: ConfigurationValue, file: String) throws(ConfigurationError) {
    let reader = try ConfigurationReader(value, file: file)
    let document = try Self.document(reader)
    let facts = FactReader(hasDocument: document?.value != nil)

    let id = try facts.identifier(reader, "id")
    let title = try facts.text(reader, "title")
    let shortName = try facts.text(reader, "shortName")
    let edition = try facts.text(reader, "edition")
    let status = try reader.choice("status", Standing.self)
    let citation = try facts.text(reader, "citation")
    let mechanism = try facts.text(reader, "mechanism")
    if status == .official, document == nil {
      throw reader.error(
        .unusable(
          "official is reserved for files that name the official text under `document`",
          remedy: "add document: { title, number, issuer, issued }, or choose another standing"),
        at: "status")
    }
    for (key, name) in [("shortName", shortName), ("title", title)]
    where status != .official && name == mechanism {
      throw reader.error(
        .unusable(
          "the plain name \(mechanism) is reserved for files with the official text",
          remedy: "use a name such as \(mechanism)-like"),
        at: key)
    }

    let family = try reader.string("family")
    guard let type = MethodCatalogue.family(named: family) else {
      throw reader.error(
        .notOneOf(value: family, suggestion: nil, allowed: MethodCatalogue.identifiers),
        at: "family")
    }
    let crediting = try CreditingPeriod(try reader.object("crediting"))
    let choices = try facts.choices(try reader.optionalObject("choices"))
    let stock = try StockParameters(
      try reader.object("stock"), facts: facts, fallbackGroup: choices[.defaultGroup])
    let benchmarks = try Self.benchmarks(reader, facts: facts, family: type)
    let floor = try reader.choice("floor", FloorRule.self)
    let deductions = try Self.deductions(try reader.object("deductions"), facts: facts)
    let prices = try Self.prices(try reader.optionalObject("prices"), facts: facts)
    // Without conditions every row would be "cannot tell", which reads like a screening.
    let eligibility = try EligibilityClause.list(
      try reader.objects("eligibility"), in: reader, key: "eligibility", facts: facts,
      issued: document?.year)
    let sharing = try facts.sharing(try reader.optionalObject("sharing"))
    var uncertaintyModel: UncertaintyParameters?
    if let entry = try reader.optionalObject("uncertaintyModel") {
      uncertaintyModel = try UncertaintyParameters(
        entry, facts: facts, groups: stock.coefficients.map(\.group))
    }
    let plausibility = try Self.plausibility(reader, facts: facts)
    try reader.finish()
    self.init(
      id: id, title: title, shortName: shortName, edition: edition, status: status,
      citation: citation, mechanism: mechanism, family: family, document: document?.value,
      crediting: crediting, stock: stock, benchmarks: benchmarks, floor: floor,
      deductions: deductions, prices: prices, eligibility: eligibility,
      sharing: sharing, choices: choices,
      uncertaintyModel: uncertaintyModel, plausibility: plausibility)
  }

  private static func plausibility(
    _ root: ConfigurationReader, facts: FactReader
  ) throws(ConfigurationError) -> PlausibilityBand? {
    guard let reader = try root.optionalObject("plausibility") else { return nil }
    let unit = try facts.text(reader, "unit")
    guard unit == "tCO2e/ha/yr" else {
      throw reader.error(
        .notOneOf(value: unit, suggestion: nil, allowed: ["tCO2e/ha/yr"]), at: "unit")
    }
    let low = try reader.number("low", in: -100...100)
    let band = PlausibilityBand(
      low: low, high: try reader.number("high", in: low...1000),
      provenance: try facts.provenance(reader))
    try reader.finish()
    return band
  }

  private static func document(
    _ root: ConfigurationReader
  ) throws(ConfigurationError) -> (value: MethodDocument, year: Int)? {
    guard let reader = try root.optionalObject("document") else { return nil }
    let facts = FactReader(hasDocument: true)
    let (title, number) = (try facts.text(reader, "title"), try facts.text(reader, "number"))
    let issuer = try facts.text(reader, "issuer")
    let issued = try facts.date(reader, "issued")
    try reader.finish()
    return (
      MethodDocument(title: title, number: number, issuer: issuer, issued: issued.text),
      issued.year
    )
  }

  private static func benchmarks(
    _ root: ConfigurationReader, facts: FactReader, family: any AccountingMethod.Type
  ) throws(ConfigurationError) -> [Benchmark] {
    let use = family.baselineUse
    guard use != .forbidden else {
      if root.has("benchmark") {
        throw root.error(
          .unusable(
            "methods of this family credit all growth and have no benchmark",
            remedy: "remove it, or choose a family that subtracts one"),
          at: "benchmark")
      }
      return []
    }
    guard let reader = try root.optionalObject("benchmark") else {
      if use == .required { throw root.error(.missingKey("benchmark")) }
      return []
    }
    let unit = try reader.string("unit")
    guard unit == Benchmark.unit else {
      throw reader.error(
        .notOneOf(value: unit, suggestion: Benchmark.unit, allowed: [Benchmark.unit]), at: "unit")
    }
    var result: [Benchmark] = []
    for entry in try reader.objects("classes") {
      let forestClass = try entry.choice("forestClass", ForestClass.self)
      guard forestClass != .unknown else {
        throw entry.error(
          .notOneOf(
            value: forestClass.rawValue, suggestion: nil,
            allowed: ForestClass.allCases.filter { $0 != .unknown }.map(\.rawValue)),
          at: "forestClass")
      }
      let origin = try entry.optionalChoice("origin", Origin.self)
      if origin == .unknown {
        throw entry.error(.invalid("leave it out for stands of any origin"), at: "origin")
      }
      let ageGroups = try StockCoefficient.ageGroups(entry)
      let value = try entry.number("value", in: family.benchmarkRange)
      let least = Benchmark.least
      if value != 0, abs(value) < least {
        throw entry.error(
          .outOfRange(
            value: "\(value)",
            allowed: (family.benchmarkRange.lowerBound < 0
              ? "\(Int(family.benchmarkRange.lowerBound)) to -\(least), " : "")
              + "\(least) to \(Int(family.benchmarkRange.upperBound)) tCO2e/ha/yr, or 0; "
              + "so little looks like a value per 亩 (15 亩 = 1 ha)"), at: "value")
      }
      let note = try entry.optionalString("remark") ?? ""
      let provenance = try facts.provenance(entry)
      try entry.finish()
      let benchmark = Benchmark(
        forestClass: forestClass, origin: origin, ageGroups: ageGroups, value: value, note: note,
        provenance: provenance)
      guard !result.contains(where: { $0.clashes(with: benchmark) }) else {
        throw entry.error(
          .unusable("the class has a benchmark already", remedy: "keep one"), at: "forestClass")
      }
      result.append(benchmark)
    }
    try reader.finish()
    guard !result.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "classes")
    }
    return result
  }

  private static func deductions(
    _ reader: ConfigurationReader, facts: FactReader
  ) throws(ConfigurationError) -> Deductions {
    var deductions = Deductions(
      uncertainty: try reader.number("uncertainty", in: 0...0.95),
      nonPermanence: try reader.number("nonPermanence", in: 0...0.95),
      leakage: try reader.number("leakage", in: 0...0.95),
      onLosses: try reader.optionalChoice("onLosses", LossDeduction.self) ?? .increased,
      appliesTo: try reader.optionalChoice("appliesTo", DeductionBase.self) ?? .net,
      provenance: try facts.provenance(reader))
    deductions.emissions = try reader.optionalNumber("emissionsPerHectare", in: 0...20) ?? 0
    try reader.finish()
    // Each may be possible, and together they take all.
    let sum = deductions.uncertainty + deductions.nonPermanence + deductions.leakage
    guard sum <= 0.95 else {
      throw reader.error(
        .outOfRange(
          value: "uncertainty + nonPermanence + leakage = \((sum * 1e6).rounded() / 1e6)",
          allowed: "0 to 0.95 together, as fractions"))
    }
    return deductions
  }

  private static func prices(
    _ reader: ConfigurationReader?, facts: FactReader
  ) throws(ConfigurationError) -> PriceBand? {
    guard let reader else { return nil }
    let unit = try reader.string("unit")
    guard unit == PriceBand.unit else {
      throw reader.error(
        .notOneOf(value: unit, suggestion: PriceBand.unit, allowed: [PriceBand.unit]), at: "unit")
    }
    let band = PriceBand(
      low: try reader.number("low", in: 0...10_000),
      middle: try reader.number("mid", in: 0...10_000),
      high: try reader.number("high", in: 0...10_000),
      provenance: try facts.provenance(reader))
    try reader.finish()
    guard band.low <= band.middle, band.middle <= band.high else {
      throw reader.error(
        .unusable("low, mid and high are not in rising order", remedy: "write low ≤ mid ≤ high"))
    }
    return band
  }
}
