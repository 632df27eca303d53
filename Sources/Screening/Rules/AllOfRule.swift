/// All of the conditions hold. One that fails decides; while none does, one that cannot be told leaves
/// the whole open.
public struct AllOfRule: ScreeningRule {
  public static let identifier = "all-of"
  public static let chineseTitle = "同时符合各项"
  public static let neededFields: [ScreeningField] = []

  public let clause: ScreeningClause
  private let parts: RuleParts

  public init(_ clause: ScreeningClause) throws(RuleError) {
    parts = try RuleParts(of: clause, rule: Self.identifier)
    self.clause = clause
  }

  public var fields: [ScreeningField] { parts.fields }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    parts.verdicts(columns, from: .pass) { $0.and($1) }
  }
}
