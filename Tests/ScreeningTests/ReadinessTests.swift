import Screening
import Testing

@Suite struct ReadinessTests {
  private let complete = Readiness.Circumstances(methodIsOfficial: true, inventoryIsStamped: true)

  private func candidate() -> Candidate {
    var candidate = Candidate(village: 0, method: "m")
    candidate.passing = VerdictTotals(count: 9, area: 95)
    candidate.undecided = VerdictTotals(count: 1, area: 5)
    candidate.eligibleArea = 95
    candidate.credit = 40_000
    candidate.creditBeforeFloor = 40_000
    return candidate
  }

  private func assess(
    _ candidate: Candidate, share: Double = 0.1, isViable: Bool = true,
    _ circumstances: Readiness.Circumstances? = nil
  ) throws -> Readiness {
    let rule = try RevenueRule.guangdong(price: 30, region: .other, contractShare: share)
    return Readiness.assess(
      candidate, revenue: rule.revenue(tonnes: candidate.credit), isViable: isViable,
      circumstances: circumstances ?? complete)
  }

  @Test func nothingInTheWay() throws {
    let readiness = try assess(candidate())
    #expect(readiness.grade == .ready)
    #expect(readiness.items.isEmpty)
  }

  @Test func papersAreMissing() throws {
    var open = candidate()
    open.undecided = VerdictTotals(count: 20, area: 50)
    open.blockingReasons = [
      BlockingReason(
        position: 1, rule: "clear-title", chineseTitle: "权属清晰", verdict: .cannotTell, count: 20,
        area: 50)
    ]
    let readiness = try assess(
      open, isViable: false, .init(methodIsOfficial: false, inventoryIsStamped: false))
    #expect(readiness.grade == .needsDocuments)
    #expect(
      readiness.items.map(\.code) == [
        "open-clear-title", "needs-bundling", "method-not-official", "inventory-not-stamped",
      ])
    #expect(readiness.items.allSatisfy { !$0.chineseText.isEmpty && !$0.englishText.isEmpty })
  }

  @Test func obstaclesComeFirst() throws {
    var bad = candidate()
    bad.credit = 0
    bad.failing = VerdictTotals(count: 50, area: 300)
    bad.blockingReasons = [
      BlockingReason(
        position: 0, rule: "clear-title", chineseTitle: "权属清晰", verdict: .fail, count: 50, area: 300
      )
    ]
    let readiness = try assess(
      bad, share: 0.2, .init(methodIsOfficial: false, inventoryIsStamped: true))
    #expect(readiness.grade == .notYet)
    #expect(
      readiness.items.map(\.code) == [
        "no-credit", "share-above-cap", "title-mostly-unclear", "method-not-official",
      ])
  }

  @Test func unknownCreditIsNotReady() throws {
    var unknown = candidate()
    unknown.credit = .nan
    #expect(try assess(unknown).grade == .notYet)
  }
}
