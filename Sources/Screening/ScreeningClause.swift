public import Inventory

/// One condition of a method, as its parameter file states it.
public struct ScreeningClause: Sendable, Equatable {
  /// Identifier of a rule.
  public var rule: String
  /// Admitted codes or a date, where the rule asks for them.
  public var values: [String]
  /// The limit, where the rule asks for one.
  public var number: Double?
  /// The clause of the method that asks for it, for reports.
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
