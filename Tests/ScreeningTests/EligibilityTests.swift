import Inventory
import Screening
import Testing

@Suite struct EligibilityTests {
  @Test func threeValuedTable() {
    let table: [(Verdict, Verdict, Verdict)] = [
      (.pass, .pass, .pass), (.pass, .cannotTell, .cannotTell), (.pass, .fail, .fail),
      (.cannotTell, .cannotTell, .cannotTell), (.cannotTell, .fail, .fail), (.fail, .fail, .fail),
    ]
    for (one, other, both) in table {
      #expect(one.and(other) == both)
      #expect(other.and(one) == both)
    }
  }

  @Test func andIsAssociative() {
    for one in Verdict.allCases {
      for two in Verdict.allCases {
        for three in Verdict.allCases {
          #expect(one.and(two).and(three) == one.and(two.and(three)))
        }
      }
    }
  }

  @Test func verdictsFollowTheRules() throws {
    let columns = RuleTests.columns(4) {
      $0.subcompartments.landClass = [.arborForest, .bambooForest, .arborForest, .unknown]
      $0.subcompartments.canopyDensity = [0.5, 0.1, .nan, 0.1]
      $0.excludedShare = [0.25, 0, .nan, 0.9]
      $0.creditedShare = [0.25, 0, 0, 0.9]
    }
    let rules = try RuleCatalog.rules(for: [
      RuleTests.clause("land-class", values: ["arbor-forest"]),
      RuleTests.clause("canopy-density", number: 0.2),
    ])
    let eligibility = EligibilityColumns(rules: rules, columns: columns)
    #expect(eligibility.verdict == [.pass, .fail, .cannotTell, .fail])
    #expect(eligibility.failing.map(\.rawValue) == [0, 0b11, 0, 0b10])
    #expect(eligibility.undecided.map(\.rawValue) == [0, 0, 0b10, 0b01])
    #expect(eligibility.firstBlockingRule(0) == nil)
    #expect(eligibility.firstBlockingRule(1)?.identifier == "land-class")
    #expect(eligibility.firstBlockingRule(3)?.identifier == "canopy-density")
    #expect(eligibility.eligibleShare[0] == 0.5)
    #expect(eligibility.eligibleShare[2].isNaN)
    #expect(eligibility.eligibleShare[3] == 0)
  }

  @Test func withoutRulesNothingPasses() {
    let eligibility = EligibilityColumns(rules: [], columns: RuleTests.columns(2))
    #expect(eligibility.verdict == [.cannotTell, .cannotTell])
  }
}
