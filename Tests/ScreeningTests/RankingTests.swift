import Inventory
import Screening
import Testing

@Suite struct RankingTests {
  private let villages = [
    Village(code: "441622001001", name: "甲", town: "老隆镇", county: "龙川县"),
    Village(code: "441622001002", name: "乙", town: "老隆镇", county: "龙川县"),
    Village(code: "441622001003", name: "丙", town: "老隆镇", county: "龙川县"),
    Village(code: "441623001001", name: "丁", town: "元善镇", county: "连平县"),
  ]

  private func proposal(
    _ village: Int32, _ method: String, net: Double, tonnes: Double, cautious: Double? = nil,
    grade: Readiness.Grade = .ready, minimum: Double? = 0
  ) -> Proposal {
    var candidate = Candidate(village: village, method: method)
    candidate.credit = tonnes
    let items: [ReadinessItem] =
      switch grade {
      case .ready: []
      case .needsDocuments: [.inventoryNotStamped]
      case .notYet: [.noCredit(tonnes: 0)]
      }
    return Proposal(
      candidate: candidate,
      revenue: Revenue(gross: net, thirdParty: 0, extraFees: 0, net: net, notes: []),
      cautiousNet: cautious, readiness: Readiness(items: items), minimumTonnes: minimum)
  }

  private func ranking(
    _ proposals: [Proposal], quotas: [String: Int] = [:], target: Double = 0
  ) -> Ranking {
    Ranking(proposals, villages: villages, quotas: quotas, target: target)
  }

  private func order(_ ranking: Ranking) -> [String] {
    ranking.proposals.map { "\($0.proposal.candidate.village)\($0.proposal.candidate.method)" }
  }

  @Test func orderAndTies() {
    let proposals = [
      proposal(0, "b", net: 5, tonnes: 1), proposal(0, "a", net: 5, tonnes: 1),
      proposal(1, "a", net: 5, tonnes: 2), proposal(2, "a", net: 9, tonnes: 0),
      proposal(3, "a", net: .nan, tonnes: 99), proposal(3, "b", net: -1, tonnes: .nan),
    ]
    let expected = ["2a", "1a", "0a", "0b", "3b", "3a"]
    #expect(order(ranking(proposals)) == expected)
    for _ in 0..<30 { #expect(ranking(proposals.shuffled()).proposals.count == 6) }
    for _ in 0..<30 { #expect(order(ranking(proposals.shuffled())) == expected) }
  }

  @Test func cautiousFigureOnlyWhereAllHaveOne() {
    let all = [
      proposal(0, "a", net: 9, tonnes: 1, cautious: 1),
      proposal(1, "a", net: 5, tonnes: 1, cautious: 4),
    ]
    #expect(ranking(all).basis == .cautiousNet)
    #expect(order(ranking(all)) == ["1a", "0a"])
    let some = all + [proposal(2, "a", net: 7, tonnes: 1)]
    #expect(ranking(some).basis == .net)
    #expect(order(ranking(some)) == ["0a", "2a", "1a"])
  }

  @Test func oneMethodForEachVillage() {
    let ranking = ranking([
      proposal(0, "a", net: 9, tonnes: 1), proposal(0, "b", net: 8, tonnes: 5),
      proposal(1, "a", net: 9, tonnes: 1, grade: .notYet), proposal(1, "b", net: 3, tonnes: 1),
    ])
    let choices = ranking.proposals.filter(\.isFirstChoice).map {
      "\($0.proposal.candidate.village)\($0.proposal.candidate.method)"
    }
    // The better paid method of village 1 is not ready, its other method is.
    #expect(choices == ["0a", "1b"])
    #expect(ranking.progress.tonnes == 2)
  }

  @Test func quotaLineAndReserve() {
    let ranking = ranking(
      [
        proposal(0, "a", net: 9, tonnes: 100), proposal(1, "a", net: 8, tonnes: 50),
        proposal(2, "a", net: 10, tonnes: 10, grade: .notYet),
        proposal(3, "a", net: 1, tonnes: 30, grade: .needsDocuments),
      ], quotas: ["441622": 1, "441623": 4, "441600": 2], target: 1000)
    #expect(ranking.proposals.map(\.status) == [.notYet, .withinQuota, .reserve, .withinQuota])
    #expect(ranking.proposals.map(\.placeInCounty) == [nil, 1, 2, 1])
    #expect(ranking.counties.map(\.county) == ["441600", "441622", "441623"])
    #expect(ranking.counties.map(\.missing) == [2, 0, 3])
    #expect(ranking.counties[1].reserve == 1)
    #expect(ranking.counties[1].notYet == 1)
    #expect(ranking.progress == TargetProgress(target: 1000, tonnes: 130, villages: 2))
    #expect(ranking.progress.share == 0.13)
    // 870 t are missing; at 65 t a village that is 13.4 villages.
    #expect(ranking.progress.villagesStillNeeded == 14)
  }

  @Test func smallVillagesOfATownAreBundled() {
    let ranking = ranking([
      proposal(0, "a", net: 9, tonnes: 20_000, minimum: 33_333),
      proposal(1, "a", net: 8, tonnes: 15_000, minimum: 33_333),
      proposal(2, "a", net: 7, tonnes: 40_000, minimum: 33_333),
      proposal(3, "a", net: 6, tonnes: 5_000, minimum: 33_333),
    ])
    #expect(ranking.bundles.map(\.villages) == [[0, 1], [3]])
    #expect(ranking.bundles.map(\.isViable) == [true, false])
    #expect(ranking.bundles[0].tonnes == 35_000)
  }

  @Test func whatIsLeftOfATownJoinsItsBundle() {
    let ranking = ranking([
      proposal(0, "a", net: 9, tonnes: 20, minimum: 30),
      proposal(1, "a", net: 8, tonnes: 15, minimum: 30),
      proposal(2, "a", net: 7, tonnes: 5, minimum: 30),
    ])
    #expect(ranking.bundles.map(\.villages) == [[0, 1, 2]])
    #expect(ranking.bundles[0].tonnes == 40)
  }

  @Test func placesWithoutAVillageAreNotRanked() {
    #expect(ranking([proposal(-1, "a", net: 9, tonnes: 1)]).proposals.isEmpty)
    #expect(ranking([proposal(9, "a", net: 9, tonnes: 1)]).proposals.isEmpty)
    #expect(ranking([]).progress.villagesStillNeeded == 0)
  }

  @Test func theGapIsToldHonestly() {
    let none = TargetProgress(target: 500_000, tonnes: 0, villages: 0)
    #expect(none.villagesStillNeeded == nil)
    // 60 villages of 8,333 t do not quite make 500,000 t.
    let nearly = TargetProgress(target: 500_000, tonnes: 60 * 8333, villages: 60)
    #expect(nearly.villagesStillNeeded == 1)
    #expect(nearly.gap == 20)
  }
}
