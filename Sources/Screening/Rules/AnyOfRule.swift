/// At least one of the conditions holds. One that passes decides; while none does, one that cannot
/// be told leaves the whole open.
public struct AnyOfRule: ScreeningRule {
  public static let identifier = "any-of"
  public static let chineseTitle = "属于任一对象类别"
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
    var verdict = [Verdict](repeating: .fail, count: columns.count)
    for part in parts {
      for (row, one) in part.evaluate(columns).enumerated() {
        verdict[row] = verdict[row].or(one)
      }
    }
    return verdict
  }
}
