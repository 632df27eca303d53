public import Inventory

/// What a rule is called, what it looks for and what it does unless told otherwise.
public struct RuleDefinition: Sendable, Equatable {
  /// The name used in pipelines and findings, such as `unknown-species-code`.
  public var identifier: String
  /// 中文名称, for reports.
  public var chineseTitle: String
  /// One English sentence: what is found.
  public var summary: String
  /// One Chinese sentence: what the bureau should do.
  public var chineseRemedy: String
  public var defaultPolicy: RulePolicy
  /// How serious a finding is that leaves the row in.
  public var severity: Finding.Severity
  /// What the rule looks at, and so what can be set aside for it.
  public var scope: Scope
  /// How `repair` mends a row; nil where the rule cannot.
  public var repair: String?

  public init(
    _ identifier: String, _ chineseTitle: String, summary: String, chineseRemedy: String,
    defaultPolicy: RulePolicy, repair: String? = nil, severity: Finding.Severity = .warning,
    scope: Scope = .row
  ) {
    self.identifier = identifier
    self.chineseTitle = chineseTitle
    self.summary = summary
    self.chineseRemedy = chineseRemedy
    self.defaultPolicy = defaultPolicy
    self.repair = repair
    self.severity = severity
    self.scope = scope
  }

  public enum Scope: String, Sendable, CaseIterable {
    case row
    /// A whole file, or two surveys: nothing can be set aside or mended, only noted or refused.
    case file
  }

  /// The policies that a pipeline may choose for the rule.
  public var allowedPolicies: [RulePolicy] {
    switch scope {
    case .row: RulePolicy.allCases.filter { $0 != .repair || repair != nil }
    case .file: [.ignore, .warn, .stop]
    }
  }
}
