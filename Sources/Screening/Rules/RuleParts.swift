/// The conditions that a rule is put together of.
struct RuleParts: Sendable {
  let rules: [any ScreeningRule]

  /// - Throws: `RuleError` for a clause without parts, and for parts that are no rules.
  init(of clause: ScreeningClause, rule: String) throws(RuleError) {
    guard !clause.parts.isEmpty else { throw .missingParts(rule: rule) }
    rules = try RuleCatalog.rules(for: clause.parts)
  }

  /// Those of all parts, none twice.
  var fields: [ScreeningField] {
    var fields: [ScreeningField] = []
    for field in rules.flatMap(\.fields) where !fields.contains(field) { fields.append(field) }
    return fields
  }

  /// The verdicts of all parts, joined row by row.
  func verdicts(
    _ columns: ScreeningColumns, from start: Verdict, join: (Verdict, Verdict) -> Verdict
  ) -> [Verdict] {
    var verdict = [Verdict](repeating: start, count: columns.count)
    for rule in rules {
      for (row, one) in rule.evaluate(columns).enumerated() {
        verdict[row] = join(verdict[row], one)
      }
    }
    return verdict
  }
}
