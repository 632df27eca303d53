import Commands
import Foundation
import Geospatial
import Inventory
import Quality
import Testing

/// Each rule can be ignored, warn, set rows aside or stop the run: one rule of a row, one of the
/// geometry and one of the file, through a run.
@Suite("What a pipeline makes of a rule")
struct RulePolicyTests {
  /// One fault of each kind in a survey that is sound otherwise.
  private func survey() -> TrapSurvey {
    var survey = TrapSurvey()
    survey.cell = { row, name, value in
      switch (row, name) {
      case (7, "DI_LEI"): "0161"
      case (_, "XIAO_BAN") where row >= 110: "0100"
      default: value
      }
    }
    let (first, last) = (survey.square(40), survey.square(40))
    // A bow tie.
    survey.shape = { $0 == 40 ? [[first[0], first[2], first[1], last[3], first[0]]] : nil }
    return survey
  }

  private static let cases: [(rule: String, row: Int, rows: Int)] = [
    ("volume-on-unstocked-land", 7, 1), ("invalid-geometry", 40, 1), ("key-not-unique", -1, 1),
  ]

  @Test(
    arguments: [RulePolicy.ignore, .warn, .repair, .quarantine, .stop],
    ["volume-on-unstocked-land", "invalid-geometry", "key-not-unique"])
  func policiesHold(policy: RulePolicy, rule: String) throws {
    let run = try TrapRun()
    let outcome = try run.ingest(
      survey(), pipeline: #", rules: { "\#(rule)": "\#(policy.rawValue)" }"#)
    let definition = try #require(RuleCatalog.definitions.first { $0.identifier == rule })
    guard definition.allowedPolicies.contains(policy) else {
      #expect(outcome.exitCode == .configuration)
      #expect(outcome.errors.contains(rule))
      return
    }
    if policy == .stop {
      #expect(outcome.exitCode == .data)
      #expect(outcome.errors.contains(rule))
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: run.workspace.path("work/ingest"))
      #expect(kept.allSatisfy { $0.hasPrefix(".") || $0.contains("lock") }, "\(kept)")
      return
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let found = try run.number("SELECT COUNT(*) FROM finding WHERE rule = '\(rule)'")
    #expect(found == (policy == .ignore ? 0 : 1))
    let action = try run.text("SELECT action FROM finding WHERE rule = '\(rule)'")
    let expected = [
      RulePolicy.ignore: "nothing", .warn: "accepted", .repair: "repaired",
      .quarantine: "quarantined",
    ]
    #expect(action == expected[policy])
    let isOut = try run.number(
      "SELECT COUNT(*) FROM quarantined WHERE rules LIKE '%\(rule)%' AND geom IS NOT NULL")
    #expect(isOut == (policy == .quarantine ? 1 : 0))
    // No row is lost, and no hectare.
    let rows = try run.number(
      "SELECT rows_in - accepted - repaired - quarantined FROM source")
    #expect(rows == 0)
    let hectares = try run.number(
      """
      SELECT area_ha + quarantined_area_ha - (
        SELECT SUM(a) FROM (SELECT area_ha a FROM subcompartment UNION ALL
          SELECT area_ha FROM quarantined)) FROM source
      """)
    #expect(abs(hectares) < 1e-9)
  }

  /// What the report says of the demonstration is what its stores hold.
  @Test func theReportShowsRowsAndHectaresOfEveryFile() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let html = try workspace.read("output/report.html")
    for heading in ["采用", "修正后采用", "隔离"] { #expect(html.contains(heading)) }
    var source = try VectorSource(path: workspace.path("output/results.gpkg"), layer: "source")
    let fields = [
      "rows_in", "accepted", "repaired", "quarantined", "accepted_ha", "quarantined_ha",
    ]
    let batch = try source.read(
      0..<2, fields: fields.map { try source.description.index(ofField: $0) }, geometry: false)
    let columns = batch.columns.map { column -> [Double] in
      if case .number(let numbers) = column { numbers } else { [] }
    }
    for row in 0..<2 {
      #expect(columns[0][row] == columns[1][row] + columns[2][row] + columns[3][row])
      #expect(columns[4][row] > 0)
      let area = (columns[5][row] * 100).rounded() / 100
      #expect(html.contains(">\(Int(columns[3][row]))<span class=\"sub\">\(area)"))
    }
    // Rows set aside are a layer of their own.
    let set = try VectorSource(path: workspace.path("output/results.gpkg"), layer: "quarantined")
    #expect(set.description.featureCount == Int(columns[3].reduce(0, +)))
    #expect(set.description.geometry == .polygon)
    #expect(set.description.fields.contains { $0.name == "species_code" })
  }
}
