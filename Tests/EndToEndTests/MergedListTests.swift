import Commands
import Foundation
import Geospatial
import Testing

@testable import Stages

@Suite("Lists with merged cells")
struct MergedListTests {
  private static let head = ["林权证号", "林地所有权人", "林地使用权人", "林木所有权人", "面积(亩)", "终止日期"]

  private func write(_ parts: [(String, String)], to path: String) throws {
    var archive = try ZipArchiveWriter(path: path)
    for (name, text) in parts { try archive.add(name, Array(text.utf8)) }
    try archive.finish()
  }

  private static func cell(_ text: String, _ attributes: String = "") -> String {
    "<table:table-cell office:value-type=\"string\"\(attributes)><text:p>\(text)</text:p></table:table-cell>"
  }

  private static func row(_ cells: [String]) -> String {
    "<table:table-row>" + cells.joined() + "</table:table-row>"
  }

  private func document(_ rows: [String], in workspace: Workspace) throws -> [[String]] {
    let content = """
      <?xml version="1.0" encoding="UTF-8"?><office:document-content \
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>\
      <office:spreadsheet><table:table table:name="台账">\(rows.joined())</table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """
    try write(
      [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)],
      to: workspace.path("tz.ods"))
    return try SpreadsheetSource.cells(path: workspace.path("tz.ods")).rows
  }

  @Test("a covered cell that is repeated takes as many columns as it says")
  func repeatedCoveredCells() throws {
    let rows = try document(
      [
        Self.row(Self.head.map { Self.cell($0) }),
        Self.row([
          Self.cell("甲1号"), Self.cell("张三", " table:number-columns-spanned=\"3\""),
          "<table:covered-table-cell table:number-columns-repeated=\"2\"/>", Self.cell("60"),
          Self.cell("长期"),
        ]),
        Self.row([
          Self.cell("甲2号"), Self.cell("村"), Self.cell("李四"), Self.cell("王五"), Self.cell("60"),
          Self.cell("长期"),
        ]),
      ], in: try Workspace())
    #expect(rows[1] == ["甲1号", "张三", "", "", "60", "长期"])
    #expect(rows[2] == ["甲2号", "村", "李四", "王五", "60", "长期"])
  }

  @Test("a text merged over rows stands in each of them, a number in the first")
  func verticalMerges() throws {
    let rows = try document(
      [
        Self.row(Self.head.map { Self.cell($0) }),
        Self.row([
          Self.cell("甲1号", " table:number-rows-spanned=\"3\""), Self.cell("村"),
          "<table:table-cell office:value-type=\"float\" office:value=\"60\" table:number-rows-spanned=\"3\"><text:p>60</text:p></table:table-cell>",
        ]),
        Self.row(["<table:covered-table-cell/>", Self.cell("乡"), "<table:covered-table-cell/>"]),
        Self.row(["<table:covered-table-cell/>", Self.cell("镇"), "<table:covered-table-cell/>"]),
        Self.row([Self.cell("甲2号"), Self.cell("县"), Self.cell("5")]),
      ], in: try Workspace())
    #expect(rows[1] == ["甲1号", "村", "60"])
    #expect(rows[2] == ["甲1号", "乡"])
    #expect(rows[3] == ["甲1号", "镇"])
    #expect(rows[4] == ["甲2号", "县", "5"])
  }

  @Test("merges that a workbook records are filled down, blanks that are none are not")
  func workbook() throws {
    let workspace = try Workspace()
    var parts = PlainWorkbook.parts(
      [
        ["林权证号", "权利人", "村"], ["甲1号", "张三", "上溪村"], ["甲2号", "李四", ""], ["甲3号", "", ""],
        ["甲4号", "赵六", ""],
      ], sheet: "台账")
    for place in parts.indices where parts[place].path.hasSuffix("sheet1.xml") {
      let text = String(decoding: parts[place].bytes, as: UTF8.self)
      parts[place].bytes = Array(
        text.replacingOccurrences(
          of: "</sheetData>",
          with: "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"C2:C4\"/>"
            + "<mergeCell ref=\"A1:C1\"/></mergeCells>"
        ).utf8)
    }
    var archive = try ZipArchiveWriter(path: workspace.path("tz.xlsx"))
    for part in parts { try archive.add(part.path, part.bytes) }
    try archive.finish()
    let rows = try SpreadsheetSource.cells(path: workspace.path("tz.xlsx")).rows
    #expect(rows[2] == ["甲2号", "李四", "上溪村"])
    #expect(rows[3] == ["甲3号", "", "上溪村"])
    #expect(rows[4] == ["甲4号", "赵六"])
  }
}
