import Accounting
import Inventory
import Testing

/// Parts of a parameter file that are off unless given.
@Suite struct OptionalBlockTests {
  private func credits(_ more: String, _ first: Stand, _ second: Stand) throws -> CreditColumns {
    let method = try Parameters.method(
      Parameters.wholeGrowth(stock: Parameters.stock(more: more)))
    return method.credits(of: try Survey.pair([first], [second]))
  }

  @Test func deadWoodIsAShareOfTheLivingTrees() throws {
    let block = #"deadWood: { share: 0.0225, standing: "unknown", source: "test" },"#
    let plain = try credits("", Stand(volume: 80), Stand())
    let dead = try credits(block, Stand(volume: 80), Stand())
    #expect(abs(dead.stockSecond[0] / plain.stockSecond[0] - 1.0225) < 1e-12)
    #expect(abs(dead.rate[0] / plain.rate[0] - 1.0225) < 1e-12)
    #expect(dead.standing[0] == .unknown)
    #expect(plain.standing[0] == .surrogate)
  }

  @Test func aConstantOfTheLandClassIsAStockAndNoGrowth() throws {
    let block = """
      landClassStocks: [
        { landClass: "bamboo-forest", carbon: 28.226, standing: "sourced", source: "test" },
      ],
      """
    let bamboo = Stand(volume: .nan, landClass: .bambooForest)
    let credits = try credits(block, bamboo, bamboo)
    #expect(abs(credits.stockSecond[0] - 282.26) < 1e-9)
    #expect(credits.status[0] == .growthNotMeasured)
    #expect(credits.rate[0].isNaN)
    #expect(credits.creditTotal[0].isNaN)
  }

  @Test func aDefaultGroupServesWhatTheFileDoesNotName() throws {
    let block = #"defaultGroup: "阔叶混","#
    let unnamed = try credits(block, Stand(species: "无参数树"), Stand(species: "无参数树"))
    #expect(unnamed.status[0] == .computedByStandIn)
    #expect(abs(unnamed.stockSecond[0] - 451.262) < 0.001)
    #expect(unnamed.standing[0] == .surrogate)
    // What the file leaves out knowingly stays out.
    let bamboo = try credits(block, Stand(species: "毛竹"), Stand(species: "毛竹"))
    #expect(bamboo.status[0] == .speciesNotCounted)
  }

  /// The row is as good as the coefficients that were used, not as those of the species it lost.
  @Test func aHeldSpeciesBringsItsOwnStanding() throws {
    let coefficients = Parameters.expansion.replacing(
      "carbonFraction: 0.497", with: #"carbonFraction: 0.497, standing: "unknown", source: "x""#)
    func standing(_ rule: String) throws -> Standing {
      let method = try Parameters.method(
        Parameters.wholeGrowth(
          stock: Parameters.stock(coefficients: coefficients, speciesChange: rule)))
      let pair = try Survey.pair([Stand(species: "木荷")], [Stand(species: "杉木")])
      return method.credits(of: pair).standing[0]
    }
    #expect(try standing("hold-later") == .surrogate)
    #expect(try standing("hold-earlier") == .unknown)
    #expect(try standing("as-surveyed") == .unknown)
  }
}
