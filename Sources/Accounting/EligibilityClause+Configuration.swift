internal import Configuration
internal import Inventory

extension EligibilityClause {
  init(_ reader: ConfigurationReader, facts: FactReader) throws(ConfigurationError) {
    let rule = try reader.string("rule")
    guard Self.rules.contains(rule) else {
      throw reader.error(
        .notOneOf(value: rule, suggestion: nil, allowed: Self.rules), at: "rule")
    }
    var values: [String] = []
    var number: Double?
    switch rule {
    case "land-class", "forest-class", "origin", "age-group":
      values = try Self.codes(reader, rule: rule)
    case "canopy-density": number = try reader.number("minimum", in: 0...1)
    case "minimum-area": number = try reader.number("hectares", in: 0...10_000)
    case "planted-since": number = Double(try reader.integer("year", in: 1900...2200))
    default: break
    }
    let clause = try facts.text(reader, "clause")
    let provenance = try facts.provenance(reader)
    try reader.finish()
    self.init(
      rule: rule, values: values, number: number, clause: clause, provenance: provenance)
  }

  private static func codes(
    _ reader: ConfigurationReader, rule: String
  ) throws(ConfigurationError) -> [String] {
    let allowed: [String]
    switch rule {
    case "land-class": allowed = LandClass.allCases.map(\.rawValue)
    case "forest-class": allowed = ForestClass.allCases.map(\.rawValue)
    case "origin": allowed = Origin.allCases.map(\.rawValue)
    default: allowed = AgeGroup.allCases.map(\.rawValue)
    }
    let values = try reader.strings("values")
    guard !values.isEmpty else { throw reader.error(.invalid("the list is empty"), at: "values") }
    for value in values where value == "unknown" || !allowed.contains(value) {
      throw reader.error(
        .notOneOf(
          value: value, suggestion: nil, allowed: allowed.filter { $0 != "unknown" }),
        at: "values")
    }
    return values
  }
}
