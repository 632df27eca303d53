import Inventory
import Screening
import Tenure
import Testing

@Suite struct RuleTests {
  static func clause(
    _ rule: String, values: [String] = [], number: Double? = nil
  ) -> ScreeningClause {
    ScreeningClause(
      rule: rule, values: values, number: number, clause: "§1",
      provenance: Provenance(.surrogate, source: "test"))
  }

  /// Rows of which everything is missing; `change` fills in what a test is about.
  static func columns(
    _ count: Int, _ change: (inout ScreeningColumns) -> Void = { _ in }
  ) -> ScreeningColumns {
    var rows = SubcompartmentColumns()
    for row in 0..<count {
      rows.row.append(Int64(row))
      rows.key.append("\(row)")
      rows.village.append(0)
      rows.landClass.append(.unknown)
      rows.origin.append(.unknown)
      rows.forestClass.append(.unknown)
      rows.ageGroup.append(.unknown)
      rows.species.append(0)
      rows.secondSpecies.append(0)
      rows.area.append(.nan)
      rows.volume.append(.nan)
      rows.secondVolume.append(.nan)
      rows.age.append(.nan)
      rows.canopyDensity.append(.nan)
      rows.plantingYear.append(.nan)
      rows.stems.append(.nan)
      rows.diameter.append(.nan)
      rows.keyLocation.append(.unknown)
    }
    var columns = ScreeningColumns(subcompartments: rows)
    change(&columns)
    return columns
  }

  private func verdicts(_ clause: ScreeningClause, _ columns: ScreeningColumns) throws -> [Verdict]
  {
    try RuleCatalog.rule(for: clause).evaluate(columns)
  }

  private static let oneOfEach: [ScreeningClause] = [
    clause("land-class", values: ["arbor-forest"]), clause("canopy-density", number: 0.2),
    clause("minimum-area", number: 0.0667), clause("forest-class", values: ["commercial"]),
    clause("origin", values: ["planted"]), clause("age-group", values: ["young", "middle"]),
    clause("planted-since", number: 2012), clause("clear-title"), clause("not-excluded"),
    clause("not-credited"), clause("two-survey-evidence"), clause("title-until-crediting-end"),
    clause("key-location", values: ["key"]), clause("document-required", values: ["证明"]),
    composite("any-of", [clause("origin", values: ["natural"])]),
    composite("all-of", [clause("origin", values: ["natural"])]),
  ]

  static func composite(_ rule: String, _ parts: [ScreeningClause]) -> ScreeningClause {
    ScreeningClause(
      rule: rule, parts: parts, clause: "test", provenance: Provenance(.surrogate, source: "test"))
  }

  @Test(arguments: oneOfEach)
  func aMissingFieldIsNeverAPass(_ clause: ScreeningClause) throws {
    #expect(try verdicts(clause, Self.columns(2)) == [.cannotTell, .cannotTell])
    let blank = Self.columns(1) {
      $0.titleClass = [.unknown]
      $0.titleTerm = [.unknown]
      $0.titleEvidence = [nil]
      $0.titleReasons = [[]]
      $0.excludedShare = [.nan]
      $0.creditedShare = [.nan]
      $0.growthEvidence = [GrowthEvidence.none]
    }
    #expect(try verdicts(clause, blank) == [.cannotTell])
  }

  @Test func everyRuleIsInTheCatalogueOnce() {
    #expect(Self.oneOfEach.map(\.rule).sorted() == RuleCatalog.names.sorted())
    #expect(Set(RuleCatalog.names).count == RuleCatalog.names.count)
  }

  @Test func codes() throws {
    let columns = Self.columns(3) {
      $0.subcompartments.landClass = [.arborForest, .bambooForest, .unknown]
      $0.subcompartments.origin = [.planted, .natural, .unknown]
      $0.subcompartments.ageGroup = [.young, .mature, .unknown]
      $0.subcompartments.forestClass = [.commercial, .publicBenefit, .unknown]
    }
    for clause in Self.oneOfEach
    where ["land-class", "origin", "age-group", "forest-class"].contains(clause.rule) {
      #expect(try verdicts(clause, columns) == [.pass, .fail, .cannotTell])
    }
  }

  @Test func canopyDensityAtTheLimit() throws {
    let columns = Self.columns(5) {
      $0.subcompartments.canopyDensity = [0.2, Double(Float(0.2)), 0.19, 1.2, -1]
    }
    #expect(
      try verdicts(Self.clause("canopy-density", number: 0.2), columns)
        == [.pass, .pass, .fail, .cannotTell, .cannotTell])
  }

  @Test func areaInWholeSquareMetres() throws {
    let columns = Self.columns(5) {
      $0.subcompartments.area = [0.0667, 0.06669, 0.0666, 1 / 15, 0]
    }
    #expect(
      try verdicts(Self.clause("minimum-area", number: 0.0667), columns)
        == [.pass, .pass, .fail, .pass, .cannotTell])
  }

  @Test func plantedAfterADay() throws {
    let columns = Self.columns(4) { $0.subcompartments.plantingYear = [2011, 2012, 2013, 0] }
    for clause in [
      Self.clause("planted-since", number: 2012),
      Self.clause("planted-since", values: ["2012-11-08"]),
    ] {
      #expect(try verdicts(clause, columns) == [.fail, .cannotTell, .pass, .cannotTell])
    }
    #expect(
      try verdicts(Self.clause("planted-since", values: ["2012-01-01"]), columns)
        == [.fail, .pass, .pass, .cannotTell])
  }

  @Test func titles() throws {
    let columns = Self.columns(TitleClass.allCases.count) {
      $0.titleClass = TitleClass.allCases
      $0.titleReasons = [TitleReasonSet](repeating: [], count: TitleClass.allCases.count)
    }
    let expected: [TitleClass: Verdict] = [
      .unknown: .cannotTell, .undetermined: .cannotTell, .singleHolder: .pass,
      .severalHolders: .cannotTell, .conflictingClaims: .fail, .noTitle: .fail,
      .expiresTooEarly: .pass, .disputed: .fail,
    ]
    let found = try verdicts(Self.clause("clear-title"), columns)
    for (title, verdict) in zip(TitleClass.allCases, found) { #expect(expected[title] == verdict) }
    let consented = Self.clause("clear-title", values: ["single-holder", "several-holders"])
    let several = try #require(TitleClass.allCases.firstIndex(of: .severalHolders))
    #expect(try verdicts(consented, columns)[several] == .pass)
  }

  @Test func aTitleKnownByTextOnlyIsOpen() throws {
    let columns = Self.columns(2) {
      $0.titleClass = [.singleHolder, .singleHolder]
      $0.titleEvidence = [.spatial, .certificate]
    }
    #expect(try verdicts(Self.clause("clear-title"), columns) == [.pass, .cannotTell])
  }

  @Test func anExpiringTitleOfSeveralHoldersIsNotClear() throws {
    let columns = Self.columns(2) {
      $0.titleClass = [.expiresTooEarly, .expiresTooEarly]
      $0.titleReasons = [[], TitleReasonSet(.severalHolders)]
    }
    #expect(try verdicts(Self.clause("clear-title"), columns) == [.pass, .cannotTell])
  }

  @Test func sharesAndEvidence() throws {
    let columns = Self.columns(4) {
      $0.excludedShare = [0, 0.6, 1, .nan]
      $0.creditedShare = [0, 0.005, 0.5, .nan]
      $0.titleTerm = [.reaches, .unlimited, .expires, .unknown]
      $0.growthEvidence = [.twoSurveys, .previousFields, .flatRate, .none]
    }
    #expect(
      try verdicts(Self.clause("not-excluded"), columns) == [.pass, .pass, .fail, .cannotTell])
    #expect(
      try verdicts(Self.clause("not-excluded", number: 0.5), columns)
        == [.pass, .fail, .fail, .cannotTell])
    #expect(
      try verdicts(Self.clause("not-credited"), columns) == [.pass, .pass, .fail, .cannotTell])
    #expect(
      try verdicts(Self.clause("title-until-crediting-end"), columns)
        == [.pass, .pass, .fail, .cannotTell])
    #expect(
      try verdicts(Self.clause("two-survey-evidence"), columns)
        == [.pass, .cannotTell, .cannotTell, .cannotTell])
  }

  @Test func badClausesNameTheirFault() {
    #expect(throws: RuleError.unknownRule(name: "郁闭度", known: RuleCatalog.names)) {
      try RuleCatalog.rule(for: Self.clause("郁闭度"))
    }
    #expect(throws: RuleError.missingNumber(rule: "canopy-density")) {
      try RuleCatalog.rule(for: Self.clause("canopy-density"))
    }
    #expect(
      throws: RuleError.numberOutOfRange(
        rule: "canopy-density", number: 20, lowest: 0, highest: 1)
    ) { try RuleCatalog.rule(for: Self.clause("canopy-density", number: 20)) }
    #expect(throws: RuleError.self) {
      try RuleCatalog.rule(for: Self.clause("canopy-density", number: .nan))
    }
    #expect(throws: RuleError.missingValues(rule: "origin")) {
      try RuleCatalog.rule(for: Self.clause("origin"))
    }
    #expect(
      throws: RuleError.unknownValue(
        rule: "origin", value: "unknown", allowed: ["natural", "planted"])
    ) { try RuleCatalog.rule(for: Self.clause("origin", values: ["unknown"])) }
    #expect(throws: RuleError.tooManyRules(count: 33, limit: 32)) {
      try RuleCatalog.rules(
        for: [ScreeningClause](repeating: Self.clause("clear-title"), count: 33))
    }
  }
}
