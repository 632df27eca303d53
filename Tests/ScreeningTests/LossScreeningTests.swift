import Inventory
import Screening
import Testing

@Suite("Losses are not screened away")
struct LossScreeningTests {
  /// One row that fails on its later state, and what it was.
  private func verdict(
    isDeficit: Bool = true, isGone: Bool = true, later: LandClass = .cutover,
    earlier: LandClass = .arborForest, earlierCanopy: Double = 0.6, credited: Double = 0
  ) throws -> EligibilityColumns {
    let before = RuleTests.columns(1) {
      $0.subcompartments.landClass = [earlier]
      $0.subcompartments.canopyDensity = [earlierCanopy]
    }
    let columns = RuleTests.columns(1) {
      $0.subcompartments.landClass = [later]
      $0.creditedShare = [credited]
      $0.earlier = EarlierState(
        subcompartments: before.subcompartments, isDeficit: [isDeficit], isGone: [isGone])
    }
    let rules = try RuleCatalog.rules(for: [
      RuleTests.clause("land-class", values: ["arbor-forest"]),
      RuleTests.clause("canopy-density", number: 0.2), RuleTests.clause("not-credited"),
    ])
    return EligibilityColumns(rules: rules, columns: columns)
  }

  @Test func aFelledStandIsJudgedOnTheEarlierDate() throws {
    let felled = try verdict()
    #expect(felled.verdict == [.pass])
    #expect(felled.judgedEarlier == [true])
    #expect(felled.failing == [[]])
    // What is not known of the earlier date does not excuse it.
    #expect(try verdict(earlierCanopy: .nan).verdict == [.pass])
  }

  @Test func whatNeverWasOfTheProjectStaysOut() throws {
    #expect(try verdict(earlier: .bambooForest).verdict == [.fail])
    #expect(try verdict(earlierCanopy: 0.1).verdict == [.fail])
  }

  @Test func boundsOfTheProjectHoldForLossesToo() throws {
    let credited = try verdict(credited: 0.5)
    #expect(credited.verdict == [.fail])
    #expect(credited.firstBlockingRule(0)?.identifier == "not-credited")
  }

  @Test func aGainIsJudgedOnTheLaterDate() throws {
    #expect(try verdict(isDeficit: false, isGone: false).verdict == [.fail])
    // A standing forest of unknown canopy is no loss of state, whatever it grew.
    #expect(try verdict(isGone: false, later: .arborForest).verdict == [.cannotTell])
  }

  @Test func lossesAreInTheSumAndTold() throws {
    var columns = RuleTests.columns(3) {
      $0.subcompartments.landClass = [.arborForest, .cutover, .arborForest]
      $0.subcompartments.area = [10, 10, 4]
    }
    columns.earlier = EarlierState(
      subcompartments: RuleTests.columns(3) {
        $0.subcompartments.landClass = [.arborForest, .arborForest, .arborForest]
      }.subcompartments, isDeficit: [false, true, false], isGone: [false, true, false])
    let rules = try RuleCatalog.rules(for: [
      RuleTests.clause("land-class", values: ["arbor-forest"])
    ])
    let missing = [
      MissingStand(village: 0, area: 2, increment: -40, credit: -200),
      MissingStand(village: 7, area: 2, increment: -40, credit: -200),
    ]
    let candidates = CandidateAggregation.candidates(
      columns, eligibility: EligibilityColumns(rules: rules, columns: columns),
      amounts: CreditAmounts(
        stock: [400, 0, .nan], increment: [50, -240, .nan], credit: [250, -1200, .nan],
        earlierStock: [325, 325, 130]),
      method: "m", floor: .atLeast(0), missing: missing)
    let village = try #require(candidates.first)
    #expect(candidates.count == 1)
    #expect(village.creditBeforeFloor == 250 - 1200 - 200)
    #expect(village.credit == 0)
    #expect(village.departedLosses.count == 1)
    #expect(village.departedLosses.area == 10)
    #expect(village.departedLosses.amount == -240)
    #expect(village.missingLosses.count == 1)
    #expect(village.openStock.count == 1)
    #expect(village.openStock.amount == 130)
  }
}
