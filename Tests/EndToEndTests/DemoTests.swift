import Archive
import Commands
import Foundation
import Testing

@Suite("The demonstration pipeline")
struct DemoTests {
  static let reports = [
    "report.html", "candidates.xlsx", "candidates.csv", "tenure-gaps.csv", "ledger.csv",
    "village-sheets.html", "village-sheets.xlsx", "results.gpkg",
  ]

  @Test("ends with a ranked table and its reports; a second run reuses every stage")
  func rankedTableThenReuse() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    let first = try workspace.run("pipelines/demo.json5")
    #expect(first.exitCode == .success)
    #expect(first.output.contains("26 villages"))
    #expect(first.output.contains("indicative, not for filing"))
    for name in Self.reports { #expect(workspace.exists("output/" + name)) }
    #expect(!first.output.contains("every stage was reused"))

    let second = try workspace.run("pipelines/demo.json5")
    #expect(second.exitCode == .success)
    #expect(second.output.contains("every stage was reused"))
    #expect(second.errors.components(separatedBy: "reused").count == 7)
  }

  @Test("gives the same bytes on one thread and on several")
  func threads() throws {
    let (one, several) = (try Workspace(), try Workspace())
    try one.copyDemo()
    try several.copyDemo()
    #expect(try one.run("pipelines/demo.json5", threads: 1).exitCode == .success)
    #expect(try several.run("pipelines/demo.json5", threads: 5).exitCode == .success)
    for name in Self.reports {
      let first = try Data(contentsOf: URL(fileURLWithPath: one.path("output/" + name)))
      let second = try Data(contentsOf: URL(fileURLWithPath: several.path("output/" + name)))
      #expect(first == second, "\(name) differs")
    }
  }

  @Test("loses no row: rows in = accepted + repaired + quarantined, and layers hold as many")
  func rowsAddUp() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
    let off = try results.integer(
      "SELECT COUNT(*) FROM source WHERE rows_in <> accepted + repaired + quarantined")
    #expect(off == 0)
    let kept = try results.integer("SELECT accepted + repaired FROM source WHERE survey = 2023")
    let layered = try results.integer(
      """
      SELECT COUNT(*) FROM subcompartment WHERE source_path LIKE '%xiaoban_2023%'
      """)
    #expect(kept == layered)
    // Every figure leads back to a 小班, and every 小班 to a source row of its own.
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM quantity q LEFT JOIN subcompartment s ON s.fid = q.subcompartment
        WHERE s.fid IS NULL
        """) == 0)
    let distinct = try results.integer(
      "SELECT COUNT(*) FROM (SELECT DISTINCT source_path, source_row FROM subcompartment)")
    #expect(distinct == (try results.integer("SELECT COUNT(*) FROM subcompartment")))
  }

  @Test("finds the faults that were planted in the sample")
  func plantedFaults() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
    let record = try JSONDecoder().decode(
      Planted.self,
      from: Data(
        contentsOf: URL(
          fileURLWithPath: workspace.path("sample-data/planted-faults_449921.json"))))
    let rules = [
      "duplicate-key": "duplicate-key", "area-in-mu": "area-unit",
      "canopy-percent": "canopy-percent", "bow-tie": "invalid-geometry",
      "empty-geometry": "missing-geometry", "volume-copied": "total-volume",
      "age-missing": "volume-without-age",
    ]
    var looked = 0
    for fault in record.faults {
      guard let rule = rules[fault.kind], fault.layer.hasPrefix("subcompartments") else { continue }
      let year = fault.layer.hasSuffix("1") ? 2018 : 2023
      let found = try results.integer(
        """
        SELECT COUNT(*) FROM finding WHERE rule = ? AND source_row = ? AND source_path LIKE ?
        """,
        [.text(rule), .integer(Int64(fault.row)), .text("%xiaoban_\(year)%")])
      #expect((found ?? 0) > 0, "\(fault.kind) in row \(fault.row) of \(year) was not found")
      looked += 1
    }
    #expect(looked > 10)
  }

  @Test("a changed coefficient runs quantify and what follows anew, and nothing before it")
  func changedCoefficient() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    try workspace.edit(
      "pipelines/methods/sanming-forest-ticket.json5",
      #"group: "马尾松", density: 0.380"#, #"group: "马尾松", density: 0.400"#)
    let second = try workspace.run("pipelines/demo.json5")
    #expect(second.exitCode == .success)
    let lines = second.errors.split(separator: "\n").filter { $0.hasPrefix("✓") }
    #expect(lines.count { $0.contains("reused") } == 2)
    #expect(lines.contains { $0.contains("quantify") && $0.contains("configuration changed") })
  }

  private struct Planted: Decodable {
    struct Fault: Decodable {
      var kind: String
      var layer: String
      var row: Int
    }
    var faults: [Fault]
  }
}
