/// A document that a person has to look at. No inventory holds it, so the answer is "cannot tell" for
/// every 小班: what the method asks for stays on the list instead of going unsaid.
///
/// The clause names the document as its only value.
public struct DocumentRule: ScreeningRule {
  public static let identifier = "document-required"
  public static let chineseTitle = "证明材料齐备"
  public static let neededFields: [ScreeningField] = [.documents]

  public let clause: ScreeningClause

  public init(_ clause: ScreeningClause) throws(RuleError) {
    guard !clause.values.isEmpty else { throw .missingValues(rule: Self.identifier) }
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    [Verdict](repeating: .cannotTell, count: columns.count)
  }
}
