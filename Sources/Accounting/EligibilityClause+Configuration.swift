internal import Configuration
internal import Inventory

extension EligibilityClause {
  /// The conditions of a file or of a composite rule.
  ///
  /// - Parameters:
  ///   - parent: the composite, whose clause and standing serve parts that give none of their own.
  ///   - issued: year of the official text, if one is named.
  static func list(
    _ entries: [ConfigurationReader], in reader: ConfigurationReader, key: String,
    facts: FactReader, parent: EligibilityClause? = nil, issued: Int?
  ) throws(ConfigurationError) -> [EligibilityClause] {
    var result: [EligibilityClause] = []
    for entry in entries {
      let one = try EligibilityClause(entry, facts: facts, parent: parent, issued: issued)
      let mayRepeat = composites.contains(one.rule) || one.rule == "document-required"
      // Alternatives of one rule are what any-of is for; both of all conditions have to hold.
      guard
        mayRepeat || parent?.rule == "any-of" || !result.contains(where: { $0.rule == one.rule })
      else {
        throw entry.error(
          .unusable(
            "\(one.rule) is asked for twice here",
            remedy: "keep one; alternatives go into { rule: \"any-of\", of: [ … ] }"), at: "rule")
      }
      guard one != result.last else {
        throw entry.error(.unusable("the same condition twice", remedy: "keep one"), at: "rule")
      }
      result.append(one)
    }
    guard !result.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one condition"), at: key)
    }
    return result
  }

  private init(
    _ reader: ConfigurationReader, facts: FactReader, parent: EligibilityClause?, issued: Int?
  ) throws(ConfigurationError) {
    let rule = try reader.string("rule")
    guard Self.rules.contains(rule) else {
      throw reader.error(
        .notOneOf(value: rule, suggestion: nil, allowed: Self.rules), at: "rule")
    }
    var values: [String] = []
    var number: Double?
    var older: OlderLimit?
    switch rule {
    case "land-class", "forest-class", "origin", "age-group", "key-location":
      values = try Self.codes(reader, rule: rule)
    case "canopy-density": number = try reader.number("minimum", in: 0...1)
    case "minimum-area":
      number = try reader.number("hectares", in: 0...100)
      older = try Self.older(reader)
    case "planted-since":
      let latest = issued ?? 2100
      if reader.has("date") {
        let date = try facts.date(reader, "date")
        guard date.year <= latest else {
          throw reader.error(
            .outOfRange(value: date.text, allowed: "up to \(latest), when the text was issued"),
            at: "date")
        }
        values = [date.text]
      } else {
        number = Double(try reader.integer("year", in: 1949...latest))
      }
    case "document-required": values = [try facts.text(reader, "document")]
    default: break
    }
    let clause =
      parent == nil || reader.has("clause")
      ? try facts.text(reader, "clause") : parent?.clause ?? ""
    let provenance = try facts.provenance(reader, default: parent?.provenance)
    self.init(
      rule: rule, values: values, number: number, older: older, clause: clause,
      provenance: provenance)
    if Self.composites.contains(rule) {
      parts = try Self.list(
        try reader.objects("of"), in: reader, key: "of", facts: facts, parent: self,
        issued: issued)
    }
    try reader.finish()
  }

  /// `plantedThrough: { year: 2019, hectares: 0.0667 }`
  private static func older(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> OlderLimit? {
    guard let entry = try reader.optionalObject("plantedThrough") else { return nil }
    let older = OlderLimit(
      throughYear: try entry.integer("year", in: 1949...2100),
      number: try entry.number("hectares", in: 0...100))
    try entry.finish()
    return older
  }

  private static func codes(
    _ reader: ConfigurationReader, rule: String
  ) throws(ConfigurationError) -> [String] {
    let terms: [String]
    switch rule {
    case "land-class": terms = LandClass.allCases.map(\.rawValue)
    case "forest-class": terms = ForestClass.allCases.map(\.rawValue)
    case "origin": terms = Origin.allCases.map(\.rawValue)
    case "key-location": terms = KeyLocation.allCases.map(\.rawValue)
    default: terms = AgeGroup.allCases.map(\.rawValue)
    }
    let allowed = terms.filter { $0 != "unknown" }
    let values = try reader.strings("values")
    guard !values.isEmpty else {
      throw reader.error(
        .outOfRange(
          value: "an empty list", allowed: "at least one of " + allowed.joined(separator: ", ")),
        at: "values")
    }
    for (place, value) in values.enumerated() {
      guard allowed.contains(value) else {
        throw reader.error(.notOneOf(value: value, suggestion: nil, allowed: allowed), at: "values")
      }
      guard !values[..<place].contains(value) else {
        throw reader.error(
          .unusable("\(value) is listed twice", remedy: "keep one"), at: "values")
      }
    }
    return values
  }
}
