import Tenure
import Testing

@Suite struct EnclosureWarningTests {
  private let holdings = [
    Holding(holder: "绿源有限公司", type: .company, village: 3, area: 30),
    Holding(
      holder: "绿源有限公司", type: .company, village: 1, area: 20,
      since: CalendarDate(year: 2023, month: 5, day: 1)),
    Holding(
      holder: "绿源有限公司", type: .company, village: 2, area: 10,
      since: CalendarDate(year: 2023, month: 6, day: 1)),
    Holding(holder: "国有龙川林场", type: .state, village: 1, area: 900),
    Holding(holder: "国有龙川林场", type: .state, village: 2, area: 900),
    Holding(holder: "国有龙川林场", type: .state, village: 3, area: 900),
    Holding(holder: "张三", type: .person, village: 1, area: 5000),
  ]

  @Test func oneOutsideBodyInManyVillages() throws {
    var thresholds = EnclosureThresholds()
    thresholds.recentFrom = CalendarDate(year: 2023, month: 1, day: 1)
    let warnings = EnclosureWarning.scan(holdings, thresholds: thresholds)
    let warning = try #require(warnings.first)
    #expect(warnings.count == 1)
    #expect(warning.holder == "绿源有限公司")
    #expect(warning.signs == [.manyVillages, .recentTransfers])
    #expect(warning.villages == [1, 2, 3])
    #expect(warning.area == 60)
    #expect(warning.recentArea == 30)
  }

  @Test func orderOfRowsDoesNotMatter() {
    let expected = EnclosureWarning.scan(holdings)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      #expect(EnclosureWarning.scan(holdings.shuffled(using: &generator)) == expected)
    }
  }

  @Test func unnamedHoldersAndMissingAreasDoNotWarn() {
    let blank = (0..<5).map {
      Holding(holder: "", type: .unknown, village: Int32($0), area: .nan)
    }
    #expect(EnclosureWarning.scan(blank).isEmpty)
  }
}
