public import Inventory

/// A condition under which a 小班 may take part, as the method file states it. What a rule means
/// is the business of whoever screens; here it is only kept with its clause and standing.
public struct EligibilityClause: Sendable, Equatable {
  /// Another limit for what was planted up to some year.
  public struct OlderLimit: Sendable, Equatable {
    public var throughYear: Int
    public var number: Double

    public init(throughYear: Int, number: Double) {
      self.throughYear = throughYear
      self.number = number
    }
  }

  /// Rules made of other rules.
  public static let composites = ["any-of", "all-of"]

  /// Names of rules known to the screening.
  public static let rules =
    [
      "land-class", "canopy-density", "minimum-area", "forest-class", "origin", "age-group",
      "key-location", "planted-since", "clear-title", "not-excluded", "not-credited",
      "two-survey-evidence", "title-until-crediting-end", "document-required",
    ] + composites

  public var rule: String
  /// Admitted values, where the rule is about a code; a date or the name of a document.
  public var values: [String]
  /// The limit, where the rule is about a number.
  public var number: Double?
  public var older: OlderLimit?
  /// The conditions of which a composite rule is made.
  public var parts: [EligibilityClause]
  /// Which clause of the method asks for it, or that this is not known.
  public var clause: String
  public var provenance: Provenance

  public init(
    rule: String, values: [String] = [], number: Double? = nil, older: OlderLimit? = nil,
    parts: [EligibilityClause] = [], clause: String, provenance: Provenance
  ) {
    self.rule = rule
    self.values = values
    self.number = number
    self.older = older
    self.parts = parts
    self.clause = clause
    self.provenance = provenance
  }

  /// The condition and those it is made of.
  public var all: [EligibilityClause] { [self] + parts.flatMap(\.all) }
}
