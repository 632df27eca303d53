import Inventory
import Screening
import Testing

@Suite struct CandidateTests {
  private func columns(_ order: [Int]) -> (ScreeningColumns, CreditAmounts) {
    let villages: [Int32] = [1, 0, 1, 1, 0, -1]
    let classes: [LandClass] = [
      .arborForest, .arborForest, .bambooForest, .unknown, .arborForest, .arborForest,
    ]
    let areas = [10.1, 20.3, 5.7, 4.9, 3.3, 1]
    let credits = [100.1, -30.7, 50, 7.5, Double.nan, 2]
    let shares = [0.1, 0, 0, 0, 0, 0]
    var columns = RuleTests.columns(order.count)
    columns.subcompartments.row = order.map { Int64($0) }
    columns.subcompartments.village = order.map { villages[$0] }
    columns.subcompartments.landClass = order.map { classes[$0] }
    columns.subcompartments.area = order.map { areas[$0] }
    columns.excludedShare = order.map { shares[$0] }
    let amounts = CreditAmounts(
      stock: order.map { areas[$0] * 30 }, increment: order.map { credits[$0] / 5 },
      credit: order.map { credits[$0] })
    return (columns, amounts)
  }

  private func candidates(
    _ order: [Int] = Array(0..<6), floor: CreditFloor = .atLeast(0)
  ) throws -> [Candidate] {
    let (columns, amounts) = columns(order)
    let rules = try RuleCatalog.rules(for: [
      RuleTests.clause("land-class", values: ["arbor-forest"])
    ])
    return CandidateAggregation.candidates(
      columns, eligibility: EligibilityColumns(rules: rules, columns: columns), amounts: amounts,
      method: "m", floor: floor)
  }

  @Test func sumsOfOneVillage() throws {
    let all = try candidates()
    #expect(all.map(\.village) == [-1, 0, 1])
    let village = all[2]
    #expect(village.passing == VerdictTotals(count: 1, area: 10.1))
    #expect(village.failing == VerdictTotals(count: 1, area: 5.7))
    #expect(village.undecided == VerdictTotals(count: 1, area: 4.9))
    #expect(abs(village.credit - 90.09) < 1e-9)
    #expect(abs(village.eligibleArea - 9.09) < 1e-9)
    #expect(abs(village.stock - 272.7) < 1e-9)
    #expect(village.undecidedCredit == 7.5)
    #expect(village.blockingReasons.map(\.verdict) == [.fail, .cannotTell])
    #expect(village.blockingReasons.map(\.area) == [5.7, 4.9])
  }

  @Test func floorsApplyToTheProjectOnly() throws {
    let village = try candidates()[1]
    #expect(village.creditBeforeFloor == -30.7)
    #expect(village.credit == 0)
    #expect(try candidates(floor: .none)[1].credit == -30.7)
    // The row without a credit is counted, not taken for zero.
    #expect(village.unquantified == VerdictTotals(count: 1, area: 3.3))
    #expect(village.passing.count == 2)
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    let expected = try candidates()
    for order in [[5, 4, 3, 2, 1, 0], [2, 0, 5, 1, 4, 3], [1, 3, 5, 0, 2, 4]] {
      #expect(try candidates(order) == expected)
    }
  }

  @Test func sumsOfManyRowsDoNotDependOnTheirOrder() throws {
    var columns = RuleTests.columns(500)
    columns.subcompartments.landClass = columns.subcompartments.landClass.map { _ in .arborForest }
    columns.subcompartments.area = (0..<500).map { 0.1 + Double($0) * 0.37 }
    let credits = (0..<500).map { Double(($0 * 7919) % 501) * 1.1 - 100.3 }
    func total(_ order: [Int]) throws -> Candidate {
      var shuffled = columns
      shuffled.subcompartments.row = order.map { Int64($0) }
      shuffled.subcompartments.area = order.map { columns.subcompartments.area[$0] }
      let picked = order.map { credits[$0] }
      let rules = try RuleCatalog.rules(for: [
        RuleTests.clause("land-class", values: ["arbor-forest"])
      ])
      return CandidateAggregation.candidates(
        shuffled, eligibility: EligibilityColumns(rules: rules, columns: shuffled),
        amounts: CreditAmounts(stock: picked, increment: picked, credit: picked), method: "m",
        floor: .none)[0]
    }
    let expected = try total(Array(0..<500))
    for _ in 0..<5 { #expect(try total(Array(0..<500).shuffled()) == expected) }
  }
}
