import Foundation
import Inventory
import Testing

@testable import Reporting

@Suite("The stampable 小班一览表")
struct VillageSheetTests {
  @Test("printed parts add up to the printed total and none moves by a unit")
  func additiveRounding() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / 1e6
    }
    for count in [1, 2, 3, 17, 400] {
      let values = (0..<count).map { _ in random() }
      let units = AdditiveRounding.units(values, places: 2)
      let total = AdditiveRounding.total(values, places: 2)
      #expect(units.reduce(0) { $0 + ($1 ?? 0) } == total)
      #expect(abs(Double(total) / 100 - values.reduce(0, +)) <= 0.005_001)
      for (value, unit) in zip(values, units) {
        #expect(abs(Double(unit ?? -1) / 100 - value) < 0.010_001)
      }
    }
    // A third each: two rows of 0.33 and one of 0.34.
    #expect(AdditiveRounding.units([1 / 3.0, 1 / 3.0, 1 / 3.0], places: 2) == [34, 33, 33])
    // Recorded decimals stay what they are, also where binary is a little below them.
    #expect(AdditiveRounding.units([1.15, 2.27, 0.29, .nan], places: 2) == [115, 227, 29, nil])
  }

  private static func plot(_ number: String, _ hectares: Double, _ volume: Double) -> VillagePlot {
    var plot = VillagePlot()
    plot.compartment = "0001"
    plot.subcompartment = number
    plot.hectares = hectares
    plot.volume = volume
    plot.landClass = "乔木林"
    plot.remarks = "QS05"
    return plot
  }

  private static let book = VillageSheetBook(
    countyNames: ["示例县"], year: 2023, edition: "二调 2023 年，合并摘要 0123456789abcdef",
    remarks: ["QS05 不同权利人的宗地重叠", "QS11 使用期限缺失"],
    sources: [VillageSheetBook.Source(path: "xb.shp", digest: "0123456789abcdef")],
    sheets: [
      VillageSheet(
        village: Village(code: "449921100200", name: "甲<村>", town: "乙镇", county: "示例县"),
        plots: [plot("1", 1 / 3.0, 10.04), plot("2", 1 / 3.0, 10.04), plot("3", 1 / 3.0, .nan)]),
      VillageSheet(
        village: Village(code: "449921100201", name: "丙村", town: "乙镇", county: "示例县"),
        plots: [plot("1", 2.004, 3)]),
    ])

  @Test("villages add up to the county and 小班 to their village")
  func hierarchy() {
    let figures = Self.book.figures
    #expect(figures[0].hectares == [34, 33, 33])
    #expect(figures[1].hectares == [200])
    // 15 亩 and 30.06 亩.
    #expect(figures[0].mu == [500, 500, 500])
    #expect(figures[1].mu == [3006])
    #expect(figures[0].volume == [101, 100, nil])
  }

  @Test("a page has the village, the edition, the totals and a place for the stamp, escaped")
  func page() {
    let html = Self.book.html()
    #expect(html.contains("甲&lt;村&gt;"))
    #expect(!html.contains("甲<村>"))
    #expect(html.components(separatedBy: "（盖章处）").count == 4)
    #expect(html.components(separatedBy: "合并摘要 0123456789abcdef").count == 4)
    #expect(html.contains(#"<td class="n">1.00</td><td class="n">15.00</td>"#))
    #expect(html.contains("QS05 不同权利人的宗地重叠"))
    #expect(!html.contains("QS11"))
  }

  @Test(
    "the workbook has a sheet for each village with its rows, signatures and a place for the stamp")
  func workbook() {
    let table = Self.book.plotTable(of: 0)
    #expect(table.rows.count == 3)
    #expect(table.footnotes.contains { $0.contains("林业主管部门确认（盖章处）") })
    #expect(table.footnotes.contains("QS05 不同权利人的宗地重叠"))
    #expect(!table.footnotes.contains { $0.hasPrefix("QS11") })
    #expect(table.subtitles.contains { $0.contains("甲<村>（449921100200）") })
    #expect(Self.book.plotTable().rows.count == 4)
    #expect(!Self.book.plotTable().footnotes.contains { $0.contains("盖章") })
    #expect(Self.book.workbook().count { $0.path.hasPrefix("xl/worksheets/sheet") } == 4)
  }
}
