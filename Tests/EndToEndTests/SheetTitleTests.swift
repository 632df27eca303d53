import Commands
import Foundation
import Geospatial
import Testing

@testable import Stages

@Suite("Sheets with a title above the names of their columns")
struct SheetTitleTests {
  private static let names = [
    "XIAN", "XIANG", "CUN", "LIN_BAN", "XIAO_BAN", "MIAN_JI", "DI_LEI", "YOU_SHI_SZ", "QI_YUAN",
    "SEN_LIN_LB", "LING_ZU", "LIN_ZHONG", "LD_QS", "HUO_LMGQXJ", "YU_BI_DU", "PINGJUN_NL",
  ]

  private static func rows(_ count: Int) -> [[String]] {
    (1...count).map { row in
      [
        "441622", "441622104", "441622104201", "0001", String(String(10_000 + row).dropFirst()),
        "1.5", "0111", "310", "21", "021", "2", "233", "20", "80.5", "0.6", "14",
      ]
    }
  }

  private func write(_ cells: [[String]], to path: String) throws {
    var archive = try ZipArchiveWriter(path: path)
    for part in PlainWorkbook.parts(cells, sheet: "一览表") { try archive.add(part.path, part.bytes) }
    try archive.finish()
  }

  @Test("the row of names is found below up to ten others", arguments: [0, 1, 2, 5])
  func titles(above: Int) throws {
    let trap = try TrapRun()
    let titles = [["龙川县2023年小班一览表"], [], ["单位：公顷"], ["填表人：", "", "审核人："], ["2023-12-31"]]
    try write(
      Array(titles.prefix(above)) + [Self.names] + Self.rows(40), to: trap.data("xb.xlsx"))
    let outcome = try trap.run(
      #"{ survey: 2023, path: "../data/xb.xlsx", mapping: "mappings/national-xiaoban.json5" }"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try trap.number("SELECT SUM(area_ha) FROM subcompartment") == 60)
    #expect(try trap.number("SELECT COUNT(*) FROM subcompartment") == 40)
    // Rows are called as the spreadsheet numbers them, blank ones included.
    #expect(
      try trap.number("SELECT MIN(source_row) FROM subcompartment") == Double(above + 2))
    #expect(outcome.errors.contains("below a title") == (above > 0), "\(outcome.errors)")
  }
}
