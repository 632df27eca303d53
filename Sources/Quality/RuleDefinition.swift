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
  /// How `repair` mends a row; nil where the rule cannot.
  public var repair: String?

  public init(
    _ identifier: String, _ chineseTitle: String, summary: String, chineseRemedy: String,
    defaultPolicy: RulePolicy, repair: String? = nil
  ) {
    self.identifier = identifier
    self.chineseTitle = chineseTitle
    self.summary = summary
    self.chineseRemedy = chineseRemedy
    self.defaultPolicy = defaultPolicy
    self.repair = repair
  }
}
