public import Inventory

/// One condition of a method, as its parameter file states it.
public struct ScreeningClause: Sendable, Equatable {
  /// Identifier of a rule.
  public var rule: String
  /// Admitted codes or a date, where the rule asks for them.
  public var values: [String]
  /// The limit, where the rule asks for one.
  public var number: Double?
  /// Another limit for stands planted up to some year.
  public var older: (throughYear: Int, number: Double)?
  /// The conditions of which a composite rule is made.
  public var parts: [ScreeningClause]
  /// The clause of the method that asks for it, for reports.
  public var clause: String
  public var provenance: Provenance

  public init(
    rule: String, values: [String] = [], number: Double? = nil,
    older: (throughYear: Int, number: Double)? = nil, parts: [ScreeningClause] = [], clause: String,
    provenance: Provenance
  ) {
    self.rule = rule
    self.values = values
    self.number = number
    self.older = older
    self.parts = parts
    self.clause = clause
    self.provenance = provenance
  }

  public static func == (one: ScreeningClause, other: ScreeningClause) -> Bool {
    one.rule == other.rule && one.values == other.values && one.number == other.number
      && one.older?.throughYear == other.older?.throughYear
      && one.older?.number == other.older?.number && one.parts == other.parts
      && one.clause == other.clause && one.provenance == other.provenance
  }
}
