public import Mapping

/// All rules, and the policies that a pipeline chose for them.
public struct RuleCatalog: Sendable {
  /// The rules that look at one row at a time, in the order in which they are applied: those that
  /// mend come before those that judge the mended value.
  static let rowRules: [any RowRule.Type] = [
    UnreadableNumberRule.self,
    StatedUnitRule.self,
    WideDigitsRule.self,
    MissingVillageRule.self,
    ShortVillageCodeRule.self,
    ObsoletePlaceCodeRule.self,
    PlaceCodesDisagreeRule.self,
    MissingNumberRule.self,
    LandClassZeroRule.self,
    UnknownLandClassCodeRule.self,
    SpeciesMainCodeRule.self,
    UnknownSpeciesCodeRule.self,
    UnknownAttributeCodeRule.self,
    NegativeNumberRule.self,
    AreaUnitRule.self,
    AreaSquareMetreRule.self,
    AreaTooSmallByMuRule.self,
    AreaTooSmallBySquareMetreRule.self,
    MissingAreaRule.self,
    ImplausibleAreaRule.self,
    AreaDeviationRule.self,
    CanopyPercentRule.self,
    SparseArborForestRule.self,
    VolumeWithoutSpeciesRule.self,
    VolumeWithoutAgeRule.self,
    AgeWithoutSpeciesRule.self,
    ForestWithoutSpeciesRule.self,
    ArborForestWithoutVolumeRule.self,
    VolumeOnUnstockedLandRule.self,
    AgeOnUnstockedLandRule.self,
    StockedYoungPlantationRule.self,
    BambooLandClassRule.self,
    PlantedSpeciesOriginRule.self,
    SecondVolumeRule.self,
    VolumePerMuRule.self,
    TotalVolumeRule.self,
    ImpossibleStandRule.self,
    ImplausibleVolumeRule.self,
    ImplausibleAgeRule.self,
    ImplausibleHeightRule.self,
    ImplausibleDiameterRule.self,
    PlantingYearRule.self,
    PlantingYearAgeRule.self,
    AgeGroupMismatchRule.self,
  ]

  /// Every rule's definition, those of the geometry and of the whole survey included.
  public static let definitions: [RuleDefinition] =
    rowRules.map { $0.definition } + SurveyRules.ofRows + SurveyRules.ofFiles

  private var policies: [String: RulePolicy]

  /// - Parameter policies: rule identifier → policy, for the rules that a pipeline changes.
  public init(policies: [String: RulePolicy] = [:]) {
    self.policies = policies
  }

  public func policy(_ rule: RuleDefinition) -> RulePolicy {
    policies[rule.identifier] ?? rule.defaultPolicy
  }

  /// Applies all row rules to a batch.
  public func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for rule in Self.rowRules {
      let policy = policy(rule.definition)
      if policy == .ignore { continue }
      report.begin(rule.definition, policy: policy)
      rule.check(&rows, &report)
    }
  }
}
