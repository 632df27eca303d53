import Archive
import Commands
import Foundation
import Geospatial
import Testing

@testable import Stages

@Suite("The four rights and the shares of a title in the outputs")
struct RightsOutputTests {
  @Test("claims name four holders, persons under one pseudonym however they are written")
  func claims() throws {
    var county = TitleCounty()
    county.stages = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
    county.set("QLR", ["张三", "张三 1/2，李四 1/2", "张三户", "张三（户主）", "绿源林业有限公司", "张三50%、李四50%"])
    county.set("SYQ", [String](repeating: "上溪村村民委员会", count: 6))
    county.set("LMS", ["李四", "", "", "张三", "", ""])
    county.parcelMapping += #", landOwner: "SYQ", treeOwner: "LMS""#
    let result = try county.run()
    let package = try Connection(
      path: result.workspace.path("output/results.gpkg"), mode: .readOnly)
    let set = try package.columns(
      "SELECT land_owner, land_user, tree_owner, tree_user FROM claim ORDER BY subcompartment",
      kinds: [.text, .text, .text, .text])
    let texts = try (0..<4).map { try set.texts($0) }
    let users = (0..<6).map { texts[1][$0] }
    #expect((0..<6).allSatisfy { texts[0][$0] == "上溪村村民委员会" })
    #expect(users[0].hasPrefix("个人-") && !users.contains { $0.contains("张三") || $0.contains("李四") })
    #expect(users[2] == users[0] && users[3] == users[0])
    #expect(users[1] == users[0] + "、" + texts[2][0] && users[5] == users[1])
    #expect(users[4] == "绿源林业有限公司")
    #expect(texts[2][3] == users[0])
    #expect(
      try package.integer(
        "SELECT COUNT(*) FROM subcompartment WHERE clear_share = 1 AND contested_share = 0") == 6)
    let gaps = try result.workspace.read("output/tenure-gaps.csv")
    #expect(gaps.contains("清晰份额（小数）,无证份额（小数）,重叠份额（小数）,争议份额（小数）,期限不足份额（小数）"))
    #expect(gaps.contains(",1.0000,0.0000,0.0000,0.0000,0.0000"))
    let explained = try result.workspace.lintan(
      "explain", result.workspace.path("p.json5"), "1", "--work", result.workspace.path("work"))
    #expect(explained.output.contains("林地使用权人 张三，林木所有权人 李四"))
  }

  @Test("a workbook of several sheets is refused with the key that a list takes")
  func severalSheets() throws {
    var county = TitleCounty()
    county.list = "x"
    let workspace = try Workspace()
    try county.write(to: workspace)
    var parts = PlainWorkbook.parts([["林权证号", "权利人"], ["甲1号", "张三"]], sheet: "甲")
    func replace(_ name: String, _ old: String, _ new: String) {
      for place in parts.indices where parts[place].path.hasSuffix(name) {
        parts[place].bytes = Array(
          String(decoding: parts[place].bytes, as: UTF8.self)
            .replacingOccurrences(of: old, with: new).utf8)
      }
    }
    replace("workbook.xml", "</sheets>", #"<sheet name="乙" sheetId="2" r:id="rId9"/></sheets>"#)
    replace(
      "workbook.xml.rels", "</Relationships>",
      #"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#
    )
    let sheet = try #require(parts.first { $0.path.hasSuffix("sheet1.xml") })
    parts.append((path: "xl/worksheets/sheet2.xml", bytes: sheet.bytes))
    var archive = try ZipArchiveWriter(path: workspace.path("tz.xlsx"))
    for part in parts { try archive.add(part.path, part.bytes) }
    try archive.finish()
    try workspace.edit("p.json5", "tz.csv", "tz.xlsx")
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .missingColumn, "\(outcome.errors)")
    #expect(outcome.errors.contains("name one of them with `sheet` in the pipeline"))
  }
}
