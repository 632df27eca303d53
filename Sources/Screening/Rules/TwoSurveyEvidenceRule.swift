/// Growth measured by two surveys. Everything else cannot be told instead of failing: the earlier
/// survey may still be found, and then the row passes.
public struct TwoSurveyEvidenceRule: ScreeningRule {
  public static let identifier = "two-survey-evidence"
  public static let chineseTitle = "有两期调查数据"
  public static let neededFields: [ScreeningField] = [.growthEvidence]

  public let clause: ScreeningClause

  public init(_ clause: ScreeningClause) throws(RuleError) { self.clause = clause }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    guard let evidence = columns.growthEvidence else {
      return [Verdict](repeating: .cannotTell, count: columns.count)
    }
    return evidence.map { $0 == .twoSurveys ? .pass : .cannotTell }
  }
}
