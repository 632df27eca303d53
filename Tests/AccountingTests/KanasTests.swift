import Accounting
import Inventory
import Testing

/// 喀纳斯 2009 and 2014: a 小班 inventory at two dates with published carbon (李园园 等 2019,
/// ChinaXiv-201910.00020, tables 3 and 4), C = 0.5·(a·V + b·A).
@Suite struct KanasTests {
  struct Row: Sendable {
    var type: String
    var area: Double
    var volume: Double
    var published: Double
  }

  static let first: [Row] = [
    Row(type: "西伯利亚落叶松", area: 23524.69, volume: 4_281_723.00, published: 1_292_920.35),
    Row(type: "西伯利亚红松", area: 6737.47, volume: 1_043_189.00, published: 252_957.13),
    Row(type: "西伯利亚冷杉", area: 348.18, volume: 82784.00, published: 19502.83),
    Row(type: "西伯利亚云杉", area: 4507.34, volume: 962_850.00, published: 310_576.29),
    Row(type: "疣枝桦", area: 3467.84, volume: 599_061.00, published: 260_781.01),
    Row(type: "欧洲山杨", area: 89.47, volume: 9214.00, published: 3503.24),
  ]
  static let second: [Row] = [
    Row(type: "西伯利亚落叶松", area: 23888.72, volume: 4_258_640.44, published: 1_286_742.97),
    Row(type: "西伯利亚红松", area: 7056.72, volume: 1_080_808.00, published: 262_323.35),
    Row(type: "西伯利亚冷杉", area: 368.40, volume: 88886.48, published: 20921.10),
    Row(type: "西伯利亚云杉", area: 4381.84, volume: 958_675.40, published: 309_080.38),
    Row(type: "疣枝桦", area: 3397.78, volume: 590_763.10, published: 257_229.34),
    Row(type: "欧洲山杨", area: 78.30, volume: 7784.88, published: 2959.27),
  ]
  static let recomputedTotals = (first: 2_139_723.69, second: 2_138_475.11)

  static let coefficients = """
    { group: "西伯利亚落叶松", a: 0.592, b: 2.17 },
    { group: "西伯利亚红松", a: 0.444, b: 6.345 },
    { group: "西伯利亚冷杉", a: 0.438, b: 7.515 },
    { group: "西伯利亚云杉", a: 0.631, b: 2.815 },
    { group: "疣枝桦", a: 0.903, b: -5.588 },
    { group: "欧洲山杨", a: 0.764, b: -0.471 },
    """

  private func credits() throws -> CreditColumns {
    let method = try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          route: #"route: "cbef", carbonFraction: 0.5,"#, coefficients: Self.coefficients)))
    return method.credits(of: try Survey.pair(stands(Self.first), stands(Self.second)))
  }

  private func stands(_ rows: [Row]) -> [Stand] {
    rows.map { Stand(species: $0.type, volume: $0.volume / $0.area, area: $0.area, age: 120) }
  }

  @Test func eachTypeComesWithinFourPerMilleOfTheTable() throws {
    let credits = try credits()
    for row in 0..<6 {
      let first = Self.first[row]
      let second = Self.second[row]
      #expect(abs(credits.stockFirst[row] / first.published - 1) < 0.004, "\(first.type) 2009")
      #expect(abs(credits.stockSecond[row] / second.published - 1) < 0.004, "\(second.type) 2014")
    }
  }

  @Test func totalsComeWithinHalfAPerMilleAndCarbonFallsWhileVolumeRises() throws {
    let credits = try credits()
    let first = credits.stockFirst.reduce(0, +)
    let second = credits.stockSecond.reduce(0, +)
    #expect(abs(first / 2_140_240.85 - 1) < 0.0005)
    #expect(abs(second / 2_139_256.41 - 1) < 0.0005)
    #expect(abs(first - Self.recomputedTotals.first) < 0.01)
    #expect(abs(second - Self.recomputedTotals.second) < 0.01)
    let volumes = (
      Self.first.map(\.volume).reduce(0, +), Self.second.map(\.volume).reduce(0, +)
    )
    #expect(volumes.1 > volumes.0)
    #expect(second < first)
  }

  @Test func typesWithSoundCoefficientsAgreeToThreeInAHundredThousand() throws {
    let credits = try credits()
    for row in [1, 4] {
      #expect(abs(credits.stockFirst[row] / Self.first[row].published - 1) < 3.1e-5)
      #expect(abs(credits.stockSecond[row] / Self.second[row].published - 1) < 3.1e-5)
    }
  }
}
