import Inventory
import Screening
import Testing

@Suite struct CompositeRuleTests {
  private func verdicts(_ clause: ScreeningClause, _ columns: ScreeningColumns) throws -> [Verdict]
  {
    try RuleCatalog.rule(for: clause).evaluate(columns)
  }

  @Test func orFollowsTheTable() {
    let table: [(Verdict, Verdict, Verdict)] = [
      (.pass, .pass, .pass), (.pass, .cannotTell, .pass), (.pass, .fail, .pass),
      (.cannotTell, .cannotTell, .cannotTell), (.cannotTell, .fail, .cannotTell),
      (.fail, .fail, .fail),
    ]
    for (one, other, either) in table {
      #expect(one.or(other) == either)
      #expect(other.or(one) == either)
    }
  }

  @Test func negationTurnsOneIntoTheOther() {
    func not(_ one: Verdict) -> Verdict {
      switch one {
      case .pass: .fail
      case .cannotTell: .cannotTell
      case .fail: .pass
      }
    }
    for one in Verdict.allCases {
      for other in Verdict.allCases {
        #expect(not(one.or(other)) == not(one).and(not(other)))
      }
    }
  }

  /// The target classes of 停止商业性采伐: 公益林, 天然林, 重点区位商品林, 人工商品林中的近成熟林.
  static let targets = RuleTests.composite(
    "any-of",
    [
      RuleTests.clause("forest-class", values: ["public-benefit"]),
      RuleTests.clause("origin", values: ["natural"]),
      RuleTests.composite(
        "all-of",
        [
          RuleTests.clause("forest-class", values: ["commercial"]),
          RuleTests.clause("key-location", values: ["key"]),
        ]),
      RuleTests.composite(
        "all-of",
        [
          RuleTests.clause("origin", values: ["planted"]),
          RuleTests.clause("forest-class", values: ["commercial"]),
          RuleTests.clause("age-group", values: ["near-mature", "mature", "over-mature"]),
        ]),
    ])

  struct Case: Sendable {
    var forestClass: ForestClass
    var origin: Origin
    var location: KeyLocation
    var ageGroup: AgeGroup
    var verdict: Verdict
  }

  @Test(arguments: [
    Case(
      forestClass: .publicBenefit, origin: .planted, location: .ordinary, ageGroup: .young,
      verdict: .pass),
    // One class that passes decides, whatever is missing.
    Case(
      forestClass: .publicBenefit, origin: .unknown, location: .unknown, ageGroup: .unknown,
      verdict: .pass),
    Case(
      forestClass: .commercial, origin: .natural, location: .ordinary, ageGroup: .young,
      verdict: .pass),
    Case(
      forestClass: .commercial, origin: .planted, location: .key, ageGroup: .young, verdict: .pass),
    Case(
      forestClass: .commercial, origin: .planted, location: .ordinary, ageGroup: .nearMature,
      verdict: .pass),
    Case(
      forestClass: .commercial, origin: .planted, location: .ordinary, ageGroup: .middle,
      verdict: .fail),
    // It may lie in a key location, which nobody recorded.
    Case(
      forestClass: .commercial, origin: .planted, location: .unknown, ageGroup: .middle,
      verdict: .cannotTell),
    Case(
      forestClass: .commercial, origin: .planted, location: .ordinary, ageGroup: .unknown,
      verdict: .cannotTell),
    Case(
      forestClass: .unknown, origin: .planted, location: .ordinary, ageGroup: .middle,
      verdict: .cannotTell),
  ])
  func targetClassesAreAlternatives(_ one: Case) throws {
    let columns = RuleTests.columns(1) {
      $0.subcompartments.forestClass = [one.forestClass]
      $0.subcompartments.origin = [one.origin]
      $0.subcompartments.keyLocation = [one.location]
      $0.subcompartments.ageGroup = [one.ageGroup]
    }
    #expect(try verdicts(Self.targets, columns) == [one.verdict])
  }

  @Test func aCompositeNeedsWhatItsPartsNeed() throws {
    #expect(
      try RuleCatalog.rule(for: Self.targets).fields == [
        .forestClass, .origin, .keyLocation, .ageGroup,
      ])
    #expect(throws: RuleError.missingParts(rule: "any-of")) {
      try RuleCatalog.rule(for: RuleTests.composite("any-of", []))
    }
  }

  @Test func aPlantingYearAndAnAgeHaveToAgree() throws {
    let columns = RuleTests.columns(8) {
      $0.surveyYear = 2022
      $0.subcompartments.plantingYear = [2015, 2015, .nan, .nan, .nan, 2005, 2025, 2012]
      $0.subcompartments.age = [7, 30, 30, 8, .nan, 5, .nan, 8]
    }
    let clause = RuleTests.clause("planted-since", number: 2012)
    #expect(
      try verdicts(clause, columns) == [
        .pass, .cannotTell, .fail, .cannotTell, .cannotTell, .fail, .cannotTell, .cannotTell,
      ])
  }

  /// The age in a row of 竹林 or shrubs is of its culms and shoots.
  @Test func theAgeOfBambooDoesNotSayWhenItWasPlanted() throws {
    let columns = RuleTests.columns(4) {
      $0.surveyYear = 2022
      $0.subcompartments.landClass = [.arborForest, .bambooForest, .otherShrub, .bambooForest]
      $0.subcompartments.plantingYear = [.nan, .nan, .nan, 2005]
      $0.subcompartments.age = [30, 30, 30, 30]
    }
    #expect(
      try verdicts(RuleTests.clause("planted-since", number: 2012), columns) == [
        .fail, .cannotTell, .cannotTell, .fail,
      ])
  }

  @Test func ageIsNoProofWhereTheSurveyYearIsNotKnown() throws {
    let columns = RuleTests.columns(1) { $0.subcompartments.age = [80] }
    #expect(
      try verdicts(RuleTests.clause("planted-since", number: 2012), columns) == [.cannotTell])
  }

  @Test func theSmallerLimitIsForLaterPlanting() throws {
    var clause = RuleTests.clause("minimum-area", number: 0.04)
    clause.older = (2019, 0.0667)
    let columns = RuleTests.columns(7) {
      $0.subcompartments.area = [0.05, 0.05, 0.05, 0.07, 0.03, 0.0667, .nan]
      $0.subcompartments.plantingYear = [2021, 2019, .nan, .nan, .nan, 2015, 2021]
    }
    #expect(
      try verdicts(clause, columns) == [
        .pass, .fail, .cannotTell, .pass, .fail, .pass, .cannotTell,
      ])
  }
}
