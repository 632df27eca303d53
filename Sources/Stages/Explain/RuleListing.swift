internal import Quality
internal import Screening

/// All rules that look at rows: those for the quality of data and those for eligibility.
public struct RuleListing: Codable, Sendable, Equatable {
  /// A rule about the data of a row.
  public struct QualityRule: Codable, Sendable, Equatable {
    public var identifier: String
    public var chineseTitle: String
    /// What is found.
    public var summary: String
    /// What the bureau should do.
    public var chineseRemedy: String
    /// `ignore`, `warn`, `repair`, `quarantine` or `stop`.
    public var defaultPolicy: String
    /// What `repair` does; nil where the rule cannot repair.
    public var repair: String?
  }

  /// A condition that a method file may name.
  public struct EligibilityRule: Codable, Sendable, Equatable {
    public var identifier: String
    public var chineseTitle: String
    /// What has to be known of a 小班, in Chinese; without it the rule cannot tell.
    public var neededFields: [String]
  }

  public var quality: [QualityRule]
  public var eligibility: [EligibilityRule]

  /// The rules of this program, in the order in which they are applied.
  public init() {
    quality = Quality.RuleCatalog.definitions.map {
      QualityRule(
        identifier: $0.identifier, chineseTitle: $0.chineseTitle, summary: $0.summary,
        chineseRemedy: $0.chineseRemedy, defaultPolicy: $0.defaultPolicy.rawValue,
        repair: $0.repair)
    }
    eligibility = Screening.RuleCatalog.all.map {
      EligibilityRule(
        identifier: $0.identifier, chineseTitle: $0.chineseTitle,
        neededFields: $0.neededFields.map(\.chineseName))
    }
  }

  static func definition(_ identifier: String) -> RuleDefinition? {
    Quality.RuleCatalog.definitions.first { $0.identifier == identifier }
  }

  /// What the bureau should do about what a rule finds, in Chinese; nil for an unknown rule.
  public static func remedy(_ identifier: String) -> String? {
    definition(identifier)?.chineseRemedy
  }
}
