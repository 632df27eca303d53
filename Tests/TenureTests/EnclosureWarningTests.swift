import Tenure
import Testing

@Suite struct EnclosureWarningTests {
  /// 100 ha of 小班 in each village.
  private let areas = [Double](repeating: 100, count: 5)

  private let holdings = [
    Holding(holder: "绿源有限公司", type: .company, village: 3, area: 12),
    Holding(
      holder: "绿源有限公司", type: .company, village: 1, area: 20,
      since: CalendarDate(year: 2023, month: 5, day: 1)),
    Holding(
      holder: "绿源有限公司", type: .company, village: 2, area: 10,
      since: CalendarDate(year: 2023, month: 6, day: 1)),
    Holding(holder: "绿源有限公司", type: .company, village: 0, area: 1),
    Holding(holder: "国有龙川林场", type: .state, village: 1, area: 60),
    Holding(holder: "国有龙川林场", type: .state, village: 2, area: 60),
    Holding(holder: "国有龙川林场", type: .state, village: 3, area: 60),
    Holding(holder: "张三", type: .person, village: 1, area: 29),
  ]

  @Test("shares of villages count, and villages with little of it are not marked")
  func manyVillages() throws {
    var thresholds = EnclosureThresholds()
    thresholds.recentFrom = CalendarDate(year: 2023, month: 1, day: 1)
    thresholds.countyShare = 0.5
    let warnings = EnclosureWarning.scan(holdings, villageAreas: areas, thresholds: thresholds)
    let warning = try #require(warnings.first)
    #expect(warnings.count == 1)
    #expect(warning.holder == "绿源有限公司")
    #expect(warning.signs == [.manyVillages, .recentTransfers])
    #expect(warning.villages == [0, 1, 2, 3])
    #expect(warning.villageShares == [0.01, 0.2, 0.1, 0.12])
    #expect(warning.markedVillages == [1, 2, 3])
    #expect(warning.area == 43)
    #expect(abs(warning.areaShare - 0.086) < 1e-12)
    #expect(warning.recentArea == 30)
  }

  @Test("a few per cent in every village are no enclosure")
  func smallShares() {
    let thin = (0..<5).map {
      Holding(holder: "绿源有限公司", type: .company, village: Int32($0), area: 2.9)
    }
    #expect(EnclosureWarning.scan(thin, villageAreas: areas).isEmpty)
  }

  @Test("much of one village, and much of all")
  func largeShares() {
    let one = [Holding(holder: "张三", type: .person, village: 4, area: 30)]
    #expect(
      EnclosureWarning.scan(one, villageAreas: areas).map(\.signs) == [[.largeVillageShare]])
    let all = (0..<2).map {
      Holding(holder: "绿源有限公司", type: .company, village: Int32($0), area: 29)
    }
    let warnings = EnclosureWarning.scan(all, villageAreas: areas)
    #expect(warnings.map(\.signs) == [[.largeShare]])
    #expect(warnings.map(\.markedVillages) == [[0, 1]])
  }

  @Test("transfers before the day, or of little land, are not recent ones that matter")
  func recent() {
    func transfers(_ year: Int, _ area: Double) -> [EnclosureWarning] {
      var thresholds = EnclosureThresholds()
      thresholds.recentFrom = CalendarDate(year: 2021, month: 1, day: 1)
      return EnclosureWarning.scan(
        (0..<2).map {
          Holding(
            holder: "绿源有限公司", type: .company, village: Int32($0), area: area,
            since: CalendarDate(year: year, month: 3, day: 1))
        }, villageAreas: areas, thresholds: thresholds)
    }
    #expect(transfers(2022, 6).map(\.signs) == [[.recentTransfers]])
    #expect(transfers(2020, 6).isEmpty)
    #expect(transfers(2022, 4).isEmpty)
  }

  @Test func orderOfRowsDoesNotMatter() {
    let expected = EnclosureWarning.scan(holdings, villageAreas: areas)
    #expect(!expected.isEmpty)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      #expect(
        EnclosureWarning.scan(holdings.shuffled(using: &generator), villageAreas: areas)
          == expected)
    }
  }

  @Test func unnamedHoldersAndMissingAreasDoNotWarn() {
    let blank = (0..<5).map {
      Holding(holder: "", type: .unknown, village: Int32($0), area: .nan)
    }
    #expect(EnclosureWarning.scan(blank, villageAreas: areas).isEmpty)
    let unknown = [Holding(holder: "张三", type: .person, village: 9, area: 50)]
    #expect(EnclosureWarning.scan(unknown, villageAreas: [0]).isEmpty)
  }
}
