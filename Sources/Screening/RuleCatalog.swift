/// The rules a parameter file may name.
public enum RuleCatalog {
  public static let all: [any ScreeningRule.Type] = [
    LandClassRule.self, CanopyDensityRule.self, MinimumAreaRule.self, ForestClassRule.self,
    OriginRule.self, AgeGroupRule.self, PlantedSinceRule.self, ClearTitleRule.self,
    NotExcludedRule.self, NotCreditedRule.self, TwoSurveyEvidenceRule.self, TitleTermRule.self,
    KeyLocationRule.self, DocumentRule.self, AnyOfRule.self, AllOfRule.self,
  ]

  /// Their names, in the order of `all`.
  public static var names: [String] { all.map { $0.identifier } }

  public static func rule(for clause: ScreeningClause) throws(RuleError) -> any ScreeningRule {
    guard let type = all.first(where: { $0.identifier == clause.rule }) else {
      throw .unknownRule(name: clause.rule, known: names)
    }
    return try type.init(clause)
  }

  /// The rules of a method, in its order.
  public static func rules(
    for clauses: [ScreeningClause]
  ) throws(RuleError) -> [any ScreeningRule] {
    guard clauses.count <= RuleSet.limit else {
      throw .tooManyRules(count: clauses.count, limit: RuleSet.limit)
    }
    var rules: [any ScreeningRule] = []
    for clause in clauses { rules.append(try rule(for: clause)) }
    return rules
  }
}
