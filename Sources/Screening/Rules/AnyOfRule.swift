/// At least one of the conditions holds. One that passes decides; while none does, one that cannot
/// be told leaves the whole open.
public struct AnyOfRule: ScreeningRule {
  public static let identifier = "any-of"
  public static let chineseTitle = "属于任一对象类别"
  public static let neededFields: [ScreeningField] = []

  public let clause: ScreeningClause
  private let parts: RuleParts

  public init(_ clause: ScreeningClause) throws(RuleError) {
    parts = try RuleParts(of: clause, rule: Self.identifier)
    self.clause = clause
  }

  public var fields: [ScreeningField] { parts.fields }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    parts.verdicts(columns, from: .fail) { $0.or($1) }
  }
}
