internal import Configuration
internal import Inventory

extension StockCoefficient {
  /// Bounds are those within which a number can be what it says it is; they are no judgement on
  /// the value.
  init(
    _ reader: ConfigurationReader, route: StockRoute, commonFraction: Double?,
    fallback: Provenance?, facts: FactReader
  ) throws(ConfigurationError) {
    let group = try facts.group(reader, "group")
    let origin = try reader.optionalChoice("origin", Origin.self)
    if origin == .unknown {
      throw reader.error(.invalid("leave it out for stands of any origin"), at: "origin")
    }
    let ageGroups = try Self.ageGroups(reader)
    let form = try Self.form(reader, route: route, commonFraction: commonFraction)
    let provenance = try facts.provenance(reader, default: fallback)
    try reader.finish()
    self.init(
      group: group, origin: origin, ageGroups: ageGroups, form: form, provenance: provenance)
    try checkCarbon(reader)
  }

  static func ageGroups(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> [AgeGroup] {
    var result: [AgeGroup] = []
    let allowed = AgeGroup.allCases.filter { $0 != .unknown }.map(\.rawValue)
    for word in try reader.optionalStrings("ageGroups") ?? [] {
      guard allowed.contains(word), let one = AgeGroup(rawValue: word) else {
        throw reader.error(
          .notOneOf(value: word, suggestion: nil, allowed: allowed), at: "ageGroups")
      }
      guard !result.contains(one) else {
        throw reader.error(.invalid("\(word) is listed twice"), at: "ageGroups")
      }
      result.append(one)
    }
    return result
  }

  /// Whether two entries of one group claim the same stands on equal terms: both narrowed and
  /// overlapping, or both not narrowed.
  func clashes(with other: StockCoefficient) -> Bool {
    guard group == other.group, isQualified == other.isQualified else { return false }
    return Origin.allCases.contains { origin in
      AgeGroup.allCases.contains { serves(origin, $0) && other.serves(origin, $0) }
    }
  }

  /// Carbon in a cubic metre of growing stock, tC/m³.
  private static let possibleCarbon = 0.1...1.2

  /// An entry of `culms.coefficients`: a mass, or an equation of diameter.
  init(
    culm reader: ConfigurationReader, fallback: Provenance?, facts: FactReader
  ) throws(ConfigurationError) {
    let group = try facts.group(reader, "group")
    let mass: CulmMass
    if let entry = try reader.optionalObject("allometry") {
      guard !reader.has("mass") else {
        throw reader.error(.invalid("give either `mass` or `allometry`"), at: "mass")
      }
      mass = .allometry(try CulmAllometry(entry))
    } else if reader.has("masses") {
      guard !reader.has("mass") else {
        throw reader.error(.invalid("give either `mass` or `masses`"), at: "mass")
      }
      mass = .byDegree(try Self.degrees(reader))
    } else {
      mass = .constant(try reader.number("mass", in: 0.1...120))
    }
    // Whether a mass is of the whole plant is never taken for granted.
    let form = Form.culm(
      mass, rootShoot: try reader.number("rootShoot", in: 0...3),
      carbonFraction: try reader.number("carbonFraction", in: 0.3...0.6))
    let provenance = try facts.provenance(reader, default: fallback)
    try reader.finish()
    self.init(group: group, form: form, provenance: provenance)
  }

  /// `masses: [{ degree: 1, share: 0.3, mass: 16.2 }, …]`
  private static func degrees(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> [CulmDegree] {
    var degrees: [CulmDegree] = []
    for entry in try reader.objects("masses") {
      let degree = try entry.integer("degree", in: 1...10)
      guard !degrees.contains(where: { $0.degree == degree }) else {
        throw entry.error(.invalid("\(degree) 度 is given already"), at: "degree")
      }
      degrees.append(
        CulmDegree(
          degree: degree, share: try entry.number("share", in: 0...1),
          mass: try entry.number("mass", in: 0.1...120)))
      try entry.finish()
    }
    let sum = degrees.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) <= 0.001 else {
      throw reader.error(
        .outOfRange(value: "shares of \((sum * 1e6).rounded() / 1e6) together", allowed: "1"),
        at: "masses")
    }
    return degrees
  }
}

extension CulmAllometry {
  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    let a = try reader.number("a", in: 0.0001...10_000)
    let b = try reader.number("b", in: 0.5...4)
    let c = try reader.optionalNumber("c", in: -20...20) ?? 0
    var age: Age?
    if let entry = try reader.optionalObject("age") {
      age = Age(
        numerator: try entry.number("numerator", in: 0.001...10),
        offset: try entry.number("offset", in: 0...10),
        exponent: try entry.number("exponent", in: 0.01...20),
        value: try entry.number("value", in: 0.5...10))
      try entry.finish()
    }
    try reader.finish()
    self.init(a: a, b: b, c: c, age: age)
    // A culm as thick as a wrist weighs some kilograms, whatever the species.
    let typical = kilograms(diameter: 10)
    guard (0.5...200).contains(typical) else {
      throw reader.error(
        .outOfRange(value: "\(typical) kg at 10 cm", allowed: "0.5 to 200 kg at 10 cm"))
    }
  }
}
