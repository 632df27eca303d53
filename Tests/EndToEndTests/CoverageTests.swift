import Commands
import Foundation
import Geospatial
import Inventory
import Testing

/// Overlaps between neighbours and gaps inside villages, through a run.
@Suite("Overlaps and gaps by village")
struct CoverageTests {
  private static let checked = ", checks: { overlaps: true }"

  /// Rows 0 to 59 lie in one village and 60 to 119 in another.
  private func survey() -> TrapSurvey {
    var survey = TrapSurvey()
    survey.cell = { row, name, value in
      name == "CUN" && row >= 60 ? "441622104202" : value
    }
    return survey
  }

  @Test("a clean coverage has none, and nothing is compared unless asked for")
  func clean() throws {
    let run = try TrapRun()
    #expect(try run.ingest(survey(), pipeline: Self.checked).exitCode == .success)
    let found = try run.rules()
    #expect(found.isEmpty)
    #expect(try run.number("SELECT SUM(subcompartments) FROM village_coverage") == 120)
    #expect(try run.number("SELECT SUM(overlap_ha + gap_ha + blank_ha) FROM village_coverage") == 0)
    #expect(abs(try run.number("SELECT MAX(polygons_ha) FROM village_coverage") - 60) < 1e-6)
    let without = try TrapRun()
    #expect(try without.ingest(survey()).exitCode == .success)
    #expect(try without.number("SELECT COUNT(*) FROM village_coverage") == 0)
  }

  @Test("overlaps, gaps and blanks are measured in the village where they are")
  func measured() throws {
    let run = try TrapRun()
    var survey = survey()
    let (moved, narrow, small) = (survey.square(17), survey.square(29), survey.square(90))
    survey.shape = { row in
      switch row {
      // 20 m over its eastern neighbour: 0.2 ha.
      case 17:
        [
          [moved[0], (moved[1].0 + 20, moved[1].1), (moved[2].0 + 20, moved[2].1), moved[3]]
            .closed
        ]
      // A corner of 10 m by 20 m taken off, inside the village: 0.01 ha of gap.
      case 29:
        [
          [
            narrow[0], narrow[1], (narrow[2].0, narrow[2].1 - 20),
            (narrow[2].0 - 10, narrow[2].1), narrow[3],
          ].closed
        ]
      // A hole of 40 m by 40 m: 0.16 ha, more than one 亩.
      case 90:
        [
          small,
          [(30.0, 30.0), (30, 70), (70, 70), (70, 30)].map {
            (small[0].0 + $0.0, small[0].1 + $0.1)
          }.closed,
        ]
      default: nil
      }
    }
    let outcome = try run.ingest(survey, pipeline: Self.checked)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("1 overlaps of 0.01 ha or more"))
    let found = try run.rules(where: "rule LIKE '%overlap%' OR rule LIKE '%gap%'")
    #expect(found == ["coverage-gap 1", "overlapping-geometry 1"])
    #expect(
      try run.text("SELECT value FROM finding WHERE rule = 'overlapping-geometry'") == "0.2 ha")
    #expect(
      try run.number("SELECT source_row FROM finding WHERE rule = 'overlapping-geometry'") == 18)
    func figure(_ column: String, _ village: String) throws -> Double {
      try run.number("SELECT \(column) FROM village_coverage WHERE village = '\(village)'")
    }
    #expect(abs(try figure("overlap_ha", "441622104201") - 0.2) < 1e-6)
    #expect(try figure("overlaps", "441622104201") == 1)
    #expect(abs(try figure("gap_ha", "441622104201") - 0.01) < 1e-6)
    #expect(try figure("gaps", "441622104201") == 1)
    #expect(try figure("blanks", "441622104201") == 0)
    #expect(abs(try figure("blank_ha", "441622104202") - 0.16) < 1e-6)
    #expect(try figure("overlaps + gaps", "441622104202") == 0)
    // A bureau may refuse such a layer.
    let strict = try TrapRun()
    let refused = try strict.ingest(
      survey, pipeline: Self.checked + #", rules: { "overlapping-geometry": "stop" }"#)
    #expect(refused.exitCode == .data && refused.errors.contains("overlapping-geometry"))
  }

  @Test("what a village's boundary holds beyond its 小班 is measured")
  func boundary() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    try workspace.edit(
      "pipelines/demo.json5", "// Titles must last",
      "checks: { overlaps: true },\n  // Titles must last")
    let outcome = try workspace.run("pipelines/demo.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    var source = try VectorSource(
      path: workspace.path("output/results.gpkg"), layer: "village_coverage")
    let names = ["polygons_ha", "boundary_ha", "uncovered_ha", "overlap_ha"]
    let description = source.description
    let fields = try names.map { try description.index(ofField: $0) }
    let batch = try source.read(0..<10_000, fields: fields, geometry: false)
    let columns: [[Double]] = batch.columns.map { column in
      guard case .number(let numbers) = column else { return [] }
      return numbers
    }
    #expect(batch.count >= 26)
    for row in 0..<batch.count {
      let (polygons, boundary, uncovered) = (columns[0][row], columns[1][row], columns[2][row])
      #expect(uncovered >= 0 && uncovered <= boundary)
      #expect(polygons + uncovered + 1 > boundary - columns[3][row])
    }
  }
}

extension [(Double, Double)] {
  /// With the first point repeated.
  fileprivate var closed: [(Double, Double)] { self + prefix(1) }
}
