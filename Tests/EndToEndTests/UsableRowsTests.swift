import Archive
import Commands
import Foundation
import Testing

@Suite("Rows that cannot be used")
struct UsableRowsTests {
  @Test("a survey of which nothing is usable ends the run, with the reasons")
  func nothing() throws {
    var survey = TrapSurvey()
    survey.cell = { _, column, value in column == "MIAN_JI" ? "" : value }
    let trap = try TrapRun()
    let outcome = try trap.ingest(survey)
    #expect(outcome.exitCode == .data, "\(outcome.errors)")
    for word in ["none of the 120 rows", "survey 2023", "missing-area", "120 rows", "survey.shp"] {
      #expect(outcome.errors.contains(word), "“\(word)” is not in: \(outcome.errors)")
    }
  }

  @Test("a pipeline may ask for a share of usable rows", arguments: [0.2, 0.3])
  func share(asked: Double) throws {
    var survey = TrapSurvey()
    survey.cell = { row, column, value in column == "MIAN_JI" && row >= 30 ? "" : value }
    let trap = try TrapRun()
    let outcome = try trap.ingest(survey, pipeline: ", leastUsableShare: \(asked)")
    // 30 of 120 rows are usable.
    #expect(outcome.exitCode == (asked > 0.25 ? .data : .success), "\(outcome.errors)")
    if asked > 0.25 { #expect(outcome.errors.contains("leastUsableShare")) }
  }

  @Test("rows set aside are published whole, with the reason, and can be read again")
  func quarantine() throws {
    let trap = try TrapRun()
    let workspace = trap.workspace
    var survey = TrapSurvey()
    survey.cell = { row, column, value in
      column == "MIAN_JI" && row < 12 ? "" : column == "LIN_ZHONG" && row == 3 ? "九九" : value
    }
    try survey.write(trap.data("survey.shp"))
    let source = #"survey: 2023, mapping: "mappings/national-xiaoban.json5""#
    func pipeline(_ inventory: String) -> String {
      """
      { name: "set-aside", title: "t", sources: { inventory: [{ \(source), \(inventory) }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """
    }
    try workspace.write(pipeline(#"path: "../data/survey.shp""#), to: "pipelines/p.json5")
    let outcome = try workspace.run("pipelines/p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    // 12 of 120 rows are more than 5 %.
    #expect(outcome.output.contains("隔离 12 条"))
    let html = try workspace.read("output/report.html")
    #expect(html.contains(#"<p class="banner warning">"#))

    let package = try Connection(path: workspace.path("output/quarantine.gpkg"), mode: .readOnly)
    let set = try package.columns(
      """
      SELECT lintan_row, XIAO_BAN, LIN_ZHONG, lintan_rules, lintan_reason, MIAN_JI, geom IS NULL
      FROM survey ORDER BY lintan_row
      """, kinds: [.integer, .text, .text, .text, .text, .real, .integer])
    #expect(try set.integers(0) == (0..<12).map { Int64($0) })
    let (numbers, categories) = (try set.texts(1), try set.texts(2))
    let (rules, reasons) = (try set.texts(3), try set.texts(4))
    #expect(numbers[0] == "0000" && numbers[11] == "0011")
    #expect(categories[3] == "九九", "texts are as in the file")
    #expect(rules[0].contains("missing-area") && reasons[0].contains("面积"))
    #expect(try set.reals(5).allSatisfy(\.isNaN))
    #expect(try set.integers(6).allSatisfy { $0 == 0 }, "polygons are there")
    for column in TrapSurvey.columns {
      let count = try package.columns(
        "SELECT COUNT(*) FROM pragma_table_info('survey') WHERE name = '\(column)'",
        kinds: [.integer])
      #expect(try count.integers(0) == [1], "\(column)")
    }

    // The bureau enters the areas in the layer and runs it.
    let mended = try Connection(path: workspace.path("output/quarantine.gpkg"), mode: .fill)
    // SQLite by itself does not know the functions that keep the spatial index.
    let triggers = try mended.columns(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'survey'",
      kinds: [.text])
    let names = try triggers.texts(0)
    for row in 0..<triggers.rows { try mended.execute("DROP TRIGGER \"\(names[row])\"") }
    try mended.execute("UPDATE survey SET MIAN_JI = 1")
    try mended.close()
    try FileManager.default.moveItem(
      atPath: workspace.path("output/quarantine.gpkg"), toPath: trap.data("mended.gpkg"))
    try workspace.write(
      pipeline(#"path: "../data/mended.gpkg", layer: "survey""#), to: "pipelines/p.json5")
    let again = try workspace.run("pipelines/p.json5")
    #expect(again.errors.contains("12 rows = 12 accepted"), "\(again.errors)")
  }
}
