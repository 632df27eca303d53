import Accounting
import Inventory
import Testing

@Suite("Earlier states put together from several stands")
struct MixtureTests {
  private static let fir = 0.307 * 1.634 * 1.246 * 0.520
  private static let pine = 0.380 * 1.472 * 1.187 * 0.460

  /// A later stand of ten hectares on the land of some earlier ones.
  private static func pair(
    _ parts: [(stand: Stand, share: Double)], _ later: Stand
  ) throws -> SurveyPair {
    var pair = try Survey.pair([parts[0].stand], [later])
    pair.parts = StandParts(
      parts.enumerated().map { (0, Int32($0.offset), $0.element.share) },
      of: Survey.columns(parts.map(\.stand)), rows: 1)
    return pair
  }

  private static func credits(
    _ parts: [(stand: Stand, share: Double)], _ later: Stand, stock: String = Parameters.stock()
  ) throws -> CreditColumns {
    let method = try Parameters.method(Parameters.wholeGrowth(stock: stock))
    let pair = try pair(parts, later)
    let credits = method.credits(of: pair)
    let steps = method.derivation(of: pair, row: 0).steps
    if credits.status[0].isComputed {
      let rows = SimulationRows(method: method, pair: pair, candidate: [0])
      let mean = AnalyticPropagation(rows, uncertainty: UncertaintyCases.model())
        .moments(candidateCount: 1)[0].mean
      #expect(abs(mean - credits.creditTotal[0]) < 1e-8, "bands rest on the same figure")
      #expect(steps.last?.value == credits.creditTotal[0])
    }
    return credits
  }

  @Test(
    "each part has its own stock, in any order and any cut",
    arguments: ["as-surveyed", "hold-later", "hold-earlier"])
  func additive(change: String) throws {
    let stock = Parameters.stock(speciesChange: change)
    var random = Randomness(7)
    for _ in 0..<20 {
      let share = Double.random(in: 0.1...0.9, using: &random)
      let one = Stand(volume: Double.random(in: 20...200, using: &random))
      let two = Stand(
        species: "马尾松", second: "木荷", volume: 150,
        secondVolume: Double.random(in: 0...150, using: &random))
      let later = Stand(volume: 180)
      let both = try Self.credits([(one, share), (two, 1 - share)], later, stock: stock)
      let turned = try Self.credits([(two, 1 - share), (one, share)], later, stock: stock)
      #expect(abs(both.creditTotal[0] - turned.creditTotal[0]) < 1e-8)
      let cut = try Self.credits(
        [(one, share / 2), (two, 1 - share), (one, share / 2)], later, stock: stock)
      #expect(abs(both.creditTotal[0] - cut.creditTotal[0]) < 1e-8)
      let single = try [one, two].map {
        try Self.credits([($0, 1)], later, stock: Parameters.stock(speciesChange: "as-surveyed"))
          .stockFirst[0]
      }
      if change != "hold-later" {
        let sum = share * single[0] + (1 - share) * single[1]
        #expect(abs(both.stockFirst[0] - sum) < 1e-9 * sum)
      }
    }
  }

  @Test("parts that were the stand itself give what one row does")
  func same() throws {
    let before = Stand(volume: 80)
    let one = try Parameters.method(Parameters.wholeGrowth())
      .credits(of: Survey.pair([before], [Stand()]))
    let parts = try Self.credits([(before, 0.3), (before, 0.7)], Stand())
    #expect(abs(parts.creditTotal[0] - one.creditTotal[0]) < 1e-9)
  }

  @Test(
    "what cannot be told of a tenth of the land does not matter; of more it forbids a gain only")
  func unknownParts() throws {
    let orchard = Stand(species: "毛竹", volume: .nan, landClass: .economicForest)
    let small = try Self.credits([(Stand(volume: 80), 0.95), (orchard, 0.05)], Stand())
    #expect(abs(small.creditTotal[0] - 200 * Self.fir * 44 / 12) < 1e-9)
    let large = try Self.credits([(Stand(volume: 80), 0.8), (orchard, 0.2)], Stand())
    #expect(large.status == [.landClassNotCounted])
    let loss = try Self.credits([(Stand(volume: 80), 0.8), (orchard, 0.2)], Stand(volume: 30))
    #expect(loss.status == [.computed])
    #expect(abs(loss.creditTotal[0] + 500 * Self.fir * 44 / 12) < 1e-9)
  }

  @Test("mostly bare land on which an old stand is said to have come up is not believed")
  func bareMajority() throws {
    let bare = Stand(volume: .nan, landClass: .cutover)
    let parts: [(stand: Stand, share: Double)] = [(bare, 0.6), (Stand(volume: 50), 0.4)]
    #expect(try Self.credits(parts, Stand(age: 30)).status == [.newStandUnproven])
    let young = try Self.credits(parts, Stand(volume: 40, age: 5))
    #expect(young.status == [.computed])
    #expect(abs(young.creditTotal[0] - 200 * Self.fir * 44 / 12) < 1e-9)
  }

  @Test("the constant b of bare land that was taken in is no growth")
  func constants() throws {
    let stock = Parameters.stock(
      route: #"route: "cbef", carbonFraction: 0.5,"#,
      coefficients: #"{ group: "杉木", a: 0.4652, b: 19.141 },"#)
    let bare = Stand(volume: .nan, landClass: .cutover)
    let result = try Self.credits(
      [(Stand(), 0.92), (bare, 0.08)], Stand(volume: 92), stock: stock)
    #expect(abs(result.creditTotal[0]) < 1e-9)
    let grown = try Self.credits(
      [(Stand(), 0.92), (bare, 0.08)], Stand(volume: 102), stock: stock)
    #expect(abs(grown.creditTotal[0] - 0.5 * 0.4652 * 10 * 10 * 44 / 12) < 1e-9)
  }

  @Test("trees and bamboo are each measured in their way, and a gain between them is not believed")
  func treesAndBamboo() throws {
    let stock = Parameters.stock(
      more: """
        culms: { landClasses: ["bamboo-forest"], coefficients: [
          { group: "毛竹", mass: 20, rootShoot: 0, carbonFraction: 0.5 } ] },
        """
    ).replacing(#"excluded: [ { group: "毛竹", reason: "test" } ],"#, with: "")
    let bamboo = Stand(species: "毛竹", volume: 0, landClass: .bambooForest, stems: 2000)
    let parts: [(stand: Stand, share: Double)] = [(Stand(volume: 80), 0.5), (bamboo, 0.5)]
    let loss = try Self.credits(parts, Stand(volume: 60), stock: stock)
    let before = 5 * (80 * Self.fir + 20)
    #expect(abs(loss.stockFirst[0] - before) < 1e-9)
    #expect(abs(loss.creditTotal[0] - (600 * Self.fir - before) * 44 / 12) < 1e-9)
    #expect(try Self.credits(parts, Stand(volume: 90), stock: stock).status == [.growthNotMeasured])
  }
}
