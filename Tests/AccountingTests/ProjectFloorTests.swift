import Accounting
import Inventory
import Testing

@Suite struct ProjectFloorTests {
  private func credits() throws -> CreditColumns {
    let method = try Parameters.method(Parameters.file())
    return method.credits(
      of: try Survey.pair(
        [Stand(volume: 80), Stand(volume: 100), Stand(), Stand(species: "红豆杉", volume: 80)],
        [
          Stand(volume: 120), Stand(volume: 90), Stand(species: "无参数树", area: 7),
          Stand(species: "红豆杉", volume: 100),
        ]))
  }

  @Test func lossesOffsetGainsAndTheUpperBoundLeavesThemOut() throws {
    let credits = try credits()
    let project = ProjectFloor.aggregate(
      credits, area: [10, 10, 7, 10], rows: 0..<4, floor: .project)
    let gains = credits.creditTotal[0] + credits.creditTotal[3]
    #expect(credits.creditTotal[1] < 0)
    #expect(abs(project.total - (gains + credits.creditTotal[1])) < 1e-9)
    #expect(abs(project.upperBound - gains) < 1e-9)
    #expect(abs(project.perYear * 5 - project.total) < 1e-9)
  }

  @Test func whatWasNotComputedIsCountedAndNotTakenForZero() throws {
    let project = ProjectFloor.aggregate(
      try credits(), area: [10, 10, 7, 10], rows: 0..<4, floor: .project)
    #expect(project.computedRows == 3)
    #expect(project.computedArea == 30)
    #expect(
      project.shares == [
        ProjectCredit.Share(status: .computed, rows: 2, area: 20),
        ProjectCredit.Share(status: .computedByStandIn, rows: 1, area: 10),
        ProjectCredit.Share(status: .noCoefficient, rows: 1, area: 7),
      ])
    let nothing = ProjectFloor.aggregate(
      try credits(), area: [10, 10, 7, 10], rows: [2], floor: .project)
    #expect(nothing.total.isNaN)
    #expect(nothing.upperBound.isNaN)
  }

  @Test func fixedYearsCarryTheMeasuredRate() throws {
    let method = try Parameters.method(
      Parameters.file(crediting: #"{ basis: "fixed-years", years: 20 }"#))
    let credits = method.credits(of: try Survey.pair([Stand(volume: 80)], [Stand()]))
    #expect(abs(credits.creditTotal[0] - 20 * credits.creditPerYear[0]) < 1e-9)
  }

  @Test func leakageNeverTurnsALossIntoAGain() throws {
    let method = try Parameters.method(
      Parameters.file(
        family: "project-minus-baseline",
        deductions: "uncertainty: 0.1, nonPermanence: 0, leakage: 0.2"))
    #expect(abs(method.credit(growth: 10, benchmark: 3) - (10 - 3 - 2) * 0.9) < 1e-12)
    // (1 + u) of the loss, and the baseline as for a gain.
    #expect(abs(method.credit(growth: -10, benchmark: 3) + 10 * 1.1 + 3 * 0.9) < 1e-12)
  }

  @Test func givingUpAHarvestEarnsTheEmissionItSpares() throws {
    let method = try Parameters.method(
      Parameters.file(
        family: "avoided-harvest",
        benchmark: Parameters.benchmark.replacing("value: 3.32", with: "value: -5")))
    #expect(method.credit(growth: 2.5, benchmark: -5) == 7.5)
  }

  @Test func sumsKeepTheSmallBesideTheLarge() {
    var sum = CompensatedSum()
    for value in [1e16, 1, -1e16, 1] { sum.add(value) }
    #expect(sum.value == 2)
  }
}
