import Archive
import Foundation
import Stages
import Testing

@testable import Commands

@Suite struct ExplainFailureTests {
  @Test func `wrong names get an exit code and a way out`() throws {
    let county = try ExplainCounty.shared.get()
    let cases: [(arguments: [String], code: ExitCode, says: String)] = [
      (["explain"], .usage, "RUN"),
      (["explain", county.work], .usage, "PLOT"),
      (["explain", county.work, "1", "2"], .usage, "2"),
      (["explain", county.work, "99999999"], .usage, "99999999"),
      (["explain", county.work, "no/such/key"], .usage, "no/such/key"),
      (["explain", county.work, ""], .usage, "rows are stored"),
      (["explain", county.work, "0001' OR '1'='1"], .usage, "rows are stored"),
      (["explain", county.work, "0001"], .usage, "rows are stored"),
      (["explain", county.folder + "/nothing", "1"], .noInput, "nothing"),
      (["explain", county.folder + "/data", "1"], .wrongKind, "work folder"),
    ]
    for one in cases {
      let (code, output) = try ExplainCounty.lintan(one.arguments)
      #expect(code == one.code, "\(one.arguments): \(output)")
      #expect(output.contains(one.says), "\(one.arguments): \(output)")
      #expect(output.contains("→"))
    }
    let latest = try #require(
      try county.integers(
        "ingest", "inventory.gpkg", "SELECT MAX(fid) FROM subcompartment WHERE survey = 2023"
      ).first)
    let (code, output) = try ExplainCounty.lintan([
      "explain", county.work, String(latest), "--method", "ccer",
    ])
    #expect(code == .usage)
    #expect(output.contains("guangdong-forestry-surrogate"))
  }

  @Test func `a work folder without results says so`() throws {
    let folder = NSTemporaryDirectory() + "/lintan-empty-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/runs", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (code, output) = try ExplainCounty.lintan(["explain", folder, "1"])
    #expect(code == .noInput)
    #expect(output.contains("no results yet"))
  }

  @Test func `a run is found by its folder, and stored numbers that differ are an error`() throws {
    let county = try ExplainCounty()
    defer { county.remove() }
    let path = try county.store("quantify", "quantities.sqlite")
    var changed: Int64 = 0
    do {
      let connection = try Connection(path: path, mode: .readWrite)
      // The column table cannot be written; a table of its rows takes its place.
      try connection.execute(
        """
        CREATE TABLE copy AS SELECT * FROM quantity;
        DROP TABLE quantity; ALTER TABLE copy RENAME TO quantity
        """)
      changed = try #require(
        try connection.integer(
          "SELECT subcompartment FROM quantity WHERE method = 0 AND status = 0 LIMIT 1"))
      // One unit in the last place is enough.
      let credit = try connection.real(
        "SELECT credit_tco2e FROM quantity WHERE method = 0 AND subcompartment = ?",
        [.integer(changed)])
      let update = try connection.prepare(
        "UPDATE quantity SET credit_tco2e = ? WHERE method = 0 AND subcompartment = ?")
      try update.bindAll([.real(credit.nextUp), .integer(changed)])
      try update.run()
    }
    let runs = try FileManager.default.contentsOfDirectory(atPath: county.work + "/runs")
    let run = county.work + "/runs/" + (try #require(runs.first))
    let explanation = try Explainer(run).explain(String(changed))
    #expect(!explanation.agrees)
    #expect(explanation.methods.map(\.agrees) == [false, true, true])
    let (code, output) = try ExplainCounty.lintan(["explain", run, String(changed)])
    #expect(code == .store)
    #expect(output.contains("不一致"))
    #expect(output.contains("guangdong-forestry-surrogate"))
  }

  @Test func `a source that changed or went is not read again`() throws {
    let county = try ExplainCounty()
    defer { county.remove() }
    let row = try #require(
      try county.integers(
        "ingest", "inventory.gpkg", "SELECT MAX(fid) FROM subcompartment WHERE survey = 2023"
      ).first)
    let before = try Explainer(county.pipeline).explain(String(row))
    #expect(before.subject.source.standing == .read)
    let explainer = try Explainer(county.pipeline)
    let names = try FileManager.default.contentsOfDirectory(atPath: county.folder + "/data")
    let table = try #require(names.first { $0.hasPrefix("xiaoban_2023") && $0.hasSuffix(".dbf") })
    let file = URL(fileURLWithPath: county.folder + "/data/" + table)
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 20] ^= 1
    try bytes.write(to: file)
    let changed = try explainer.explain(String(row))
    #expect(changed.subject.source.standing == .changed)
    #expect(changed.subject.source.problem == table)
    #expect(changed.subject.source.columns.isEmpty)
    #expect(
      changed.subject.values.allSatisfy {
        $0.column.isEmpty || $0.sourceText == nil || $0.sourceText == ""
      })
    // Everything that was stored is explained as before.
    #expect(changed.methods == before.methods)
    #expect(changed.subject.values.map(\.number) == before.subject.values.map(\.number))
    try FileManager.default.removeItem(at: file)
    #expect(try explainer.explain(String(row)).subject.source.standing == .missing)
  }

  @Test func `one survey in a GeoPackage gives stocks and no growth`() throws {
    let county = try ExplainCounty(surveys: [2023], geoPackage: true)
    defer { county.remove() }
    let rows = try county.integers(
      "quantify", "quantities.sqlite",
      "SELECT subcompartment FROM quantity WHERE method = 0 AND status = 2 ORDER BY rowid LIMIT 9")
    #expect(rows.count == 9)
    for row in rows {
      let explanation = try Explainer(county.pipeline).explain(String(row))
      #expect(explanation.agrees)
      #expect(explanation.earlier == nil)
      #expect(explanation.subject.source.standing == .read)
      #expect(explanation.subject.source.driver == "GPKG")
      let key = try ["CUN", "LIN_BAN", "XIAO_BAN", "XI_BAN"].map { name in
        try #require(explanation.subject.source.columns.first { $0.name == name }?.value)
      }
      #expect(key.joined(separator: "/") == explanation.subject.key)
      #expect(explanation.notes.contains { $0.contains("只有一期调查") })
      for method in explanation.methods {
        #expect(method.status == "no-earlier-survey")
        #expect(method.results.last?.explained == nil)
        #expect((method.results.first { $0.column == "stock_second_tc" }?.explained ?? -1) >= 0)
      }
    }
  }
}
