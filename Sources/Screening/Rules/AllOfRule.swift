/// All of the conditions hold. One that fails decides; while none does, one that cannot be told leaves
/// the whole open.
public struct AllOfRule: ScreeningRule {
  public static let identifier = "all-of"
  public static let chineseTitle = "同时符合各项"
  public static let neededFields: [ScreeningField] = []

  public let clause: ScreeningClause
  private let parts: [any ScreeningRule]

  public init(_ clause: ScreeningClause) throws(RuleError) {
    guard !clause.parts.isEmpty else { throw .missingParts(rule: Self.identifier) }
    parts = try RuleCatalog.rules(for: clause.parts)
    self.clause = clause
  }

  /// Those of its parts, none twice.
  public var fields: [ScreeningField] {
    var fields: [ScreeningField] = []
    for field in parts.flatMap(\.fields) where !fields.contains(field) { fields.append(field) }
    return fields
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    var verdict = [Verdict](repeating: .pass, count: columns.count)
    for part in parts {
      for (row, one) in part.evaluate(columns).enumerated() {
        verdict[row] = verdict[row].and(one)
      }
    }
    return verdict
  }
}
