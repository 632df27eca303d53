import Screening
import Testing

@Suite struct RevenueTests {
  /// Fixed numbers: 5,434 t at 36.06 元 and a share of 10 %.
  @Test func netToTheVillage() throws {
    let rule = try RevenueRule.guangdong(price: 36.06, region: .other)
    let revenue = rule.revenue(tonnes: 5434)
    #expect(abs(revenue.net - 176_355.04) < 0.005)
    #expect(abs(revenue.gross - 195_950.04) < 0.005)
    #expect(revenue.notes == [.shareAssumed(0.1)])
  }

  /// 合成村 received 180,000 of 195,950 元: 8.1 % were kept, inside the cap of 10 %.
  @Test func hechengVillageIsInsideTheCap() throws {
    let kept = 1 - 180_000 / (5434 * 36.06)
    #expect(abs(kept - 0.081) < 0.001)
    let rule = try RevenueRule.guangdong(price: 36.06, region: .other, contractShare: kept)
    #expect(rule.revenue(tonnes: 5434).breaches.isEmpty)
    #expect(abs(rule.revenue(tonnes: 5434).net - 180_000) < 1e-6)
    let strict = try RevenueRule.guangdong(
      price: 36.06, region: .oldRevolutionaryOrEthnic, contractShare: kept)
    #expect(strict.revenue(tonnes: 5434).breaches == [.shareAboveCap(share: kept, cap: 0.05)])
  }

  @Test func unknownRegionsTakeTheLowerCap() throws {
    let rule = try RevenueRule.guangdong(price: 30, region: .unknown)
    #expect(rule.share == 0.05)
    #expect(rule.revenue(tonnes: 1).notes == [.shareAssumed(0.05), .regionUnknown])
  }

  @Test func extraFeesAreABreachInTheProvince() throws {
    let rule = try RevenueRule.guangdong(
      price: 30, region: .other, contractShare: 0.1, extraFees: 1000)
    let revenue = rule.revenue(tonnes: 100)
    #expect(revenue.breaches == [.extraFee(1000)])
    #expect(abs(revenue.net - 1700) < 1e-9)
  }

  @Test func shenzhenHasNoOfficialCap() throws {
    let revenue = try RevenueRule.shenzhen(price: 30, share: 0.4).revenue(tonnes: 100)
    #expect(revenue.notes == [.noOfficialCap])
    #expect(revenue.breaches.isEmpty)
    #expect(abs(revenue.net - 1800) < 1e-9)
  }

  @Test func fujianSharesEightToTwo() throws {
    let revenue = try RevenueRule.fujian(price: 10).revenue(tonnes: 100)
    #expect(abs(revenue.net - 800) < 1e-9)
    #expect(abs(revenue.thirdParty - 200) < 1e-9)
  }

  @Test func negativeCreditsBringNothingAndUnknownOnesStayUnknown() throws {
    let rule = try RevenueRule.fujian(price: 10)
    #expect(rule.revenue(tonnes: -5).net == 0)
    #expect(rule.revenue(tonnes: .nan).net.isNaN)
  }

  @Test func impossibleNumbersAreRefused() {
    #expect(
      throws: RevenueRule.OutOfRange(name: "share", value: 5, lowest: 0, highest: 1)
    ) { try RevenueRule.guangdong(price: 30, region: .other, contractShare: 5) }
    #expect(throws: RevenueRule.OutOfRange.self) { try RevenueRule.fujian(price: .nan) }
    #expect(throws: RevenueRule.OutOfRange.self) { try RevenueRule.fujian(price: -1) }
  }

  /// 100,000 元 at 30 元/t: 66,667 t for 5 %, 33,333 t for 10 %.
  @Test func minimumSize() throws {
    let rule = ViabilityRule(fixedCost: 100_000)
    let five = try #require(rule.minimumTonnes(price: 30, share: 0.05))
    let ten = try #require(rule.minimumTonnes(price: 30, share: 0.10))
    #expect(abs(five - 66_667) < 0.5)
    #expect(abs(ten - 33_333) < 0.5)
    #expect(rule.minimumTonnes(price: 30, share: 0) == nil)
    let contract = try RevenueRule.guangdong(price: 30, region: .other)
    #expect(!rule.isViable(tonnes: 3300, under: contract))
    #expect(rule.isViable(tonnes: 33_334, under: contract))
    #expect(!rule.isViable(tonnes: .nan, under: contract))
  }
}

/// The rules of the shipped method files.
extension RevenueRule {
  static func guangdong(
    price: Double, region: RegionFlag, contractShare: Double? = nil, extraFees: Double = 0
  ) throws(OutOfRange) -> RevenueRule {
    try .capped(
      price: price, cap: 0.10, lowerCap: 0.05, region: region, contractShare: contractShare,
      extraFees: extraFees, source: "test")
  }

  static func shenzhen(price: Double, share: Double) throws(OutOfRange) -> RevenueRule {
    try .agreed(price: price, agreedShare: share, assumedShare: 0.1, source: "test")
  }

  static func fujian(price: Double) throws(OutOfRange) -> RevenueRule {
    try .agreed(price: price, agreedShare: nil, assumedShare: 0.2, source: "test")
  }
}
