public import Inventory

/// A condition under which a 小班 may take part, as the method file states it. What a rule means
/// is the business of whoever screens; here it is only kept with its clause and standing.
public struct EligibilityClause: Sendable, Equatable {
  /// Names of rules known to the screening.
  public static let rules = [
    "land-class", "canopy-density", "minimum-area", "forest-class", "origin", "age-group",
    "planted-since", "clear-title", "not-excluded", "not-credited", "two-survey-evidence",
    "title-until-crediting-end",
  ]

  public var rule: String
  /// Admitted values, where the rule is about a code.
  public var values: [String]
  /// The limit, where the rule is about a number.
  public var number: Double?
  /// Which clause of the method asks for it, or that this is not known.
  public var clause: String
  public var provenance: Provenance

  public init(
    rule: String, values: [String] = [], number: Double? = nil, clause: String,
    provenance: Provenance
  ) {
    self.rule = rule
    self.values = values
    self.number = number
    self.clause = clause
    self.provenance = provenance
  }
}
