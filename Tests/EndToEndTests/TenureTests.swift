import Accounting
import Archive
import Commands
import Foundation
import Testing

@testable import Stages

@Suite("Whose carbon it is, and whether it is free")
struct TenureTests {
  private func results(_ workspace: Workspace) throws -> Connection {
    try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
  }

  private func tenureStore(_ workspace: Workspace) throws -> String {
    let folder = workspace.path("work/tenure")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let stores = names.map { "\(folder)/\($0)/tenure.sqlite" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
    return try #require(stores.first)
  }

  /// One run that tests only look at.
  private static let demonstration = Result { try demo() }

  private static func demo(_ edits: [(String, String)] = []) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copyDemo()
    for (old, new) in edits { try workspace.edit("pipelines/demo.json5", old, new) }
    let outcome = try workspace.run("pipelines/demo.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return workspace
  }

  @Test("the years a method credits follow from its basis and the surveys")
  func creditedYears() {
    #expect(CreditingPeriod.surveyInterval.calendarYears(surveys: [2018, 2023]) == 2019...2023)
    #expect(CreditingPeriod.surveyInterval.calendarYears(surveys: [2023]) == 2023...2023)
    #expect(
      CreditingPeriod.fixed(years: 5).calendarYears(surveys: [2018, 2023]) == 2024...2028)
    #expect(CreditingPeriod.fixed(years: 1.5).calendarYears(surveys: [2023]) == 2024...2025)
    #expect(CreditingPeriod.surveyInterval.calendarYears(surveys: []) == nil)
  }

  @Test("land credited for other years is no burden; for these years it is")
  func yearsBurden() throws {
    let workspace = try Self.demonstration.get()
    let results = try results(workspace)
    // 2013-2018 and 2015-2017 end before 2019-2023; 2017-2021 does not.
    #expect(
      try results.integer(
        "SELECT COUNT(*) FROM credit_ledger WHERE last_year <= 2018 AND burdens = 0") ?? 0 > 0)
    #expect(
      try results.integer(
        "SELECT COUNT(*) FROM credit_ledger WHERE (last_year >= 2019) <> burdens") == 0)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM subcompartment s WHERE s.credited_share > 0 AND NOT EXISTS (
          SELECT 1 FROM credit_ledger c WHERE c.subcompartment = s.fid AND c.burdens = 1)
        """) == 0)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM subcompartment s WHERE s.credited_share = 0 AND EXISTS (
          SELECT 1 FROM credit_ledger c WHERE c.subcompartment = s.fid AND c.burdens = 0)
        """) ?? 0 > 0)
    // A polygon's tonnes are divided among its 小班 without gain.
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM (SELECT SUM(tonnes) AS t FROM credit_ledger
          GROUP BY mechanism, first_year, last_year) WHERE t > 1649.3
        """) == 0)
  }

  @Test("first choices claim no land and year twice, and claim what their candidates say")
  func ledger() throws {
    let workspace = try Self.demonstration.get()
    let results = try results(workspace)
    #expect(try results.integer("SELECT COUNT(*) FROM ledger") ?? 0 > 100)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM ledger a JOIN ledger b ON a.subcompartment = b.subcompartment
          AND a.fid < b.fid AND a.first_year <= b.last_year AND b.first_year <= a.last_year
        """) == 0)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM ledger l JOIN credit_ledger c
          ON c.subcompartment = l.subcompartment AND c.burdens = 1
        WHERE c.share + l.share > 1 + 1e-6
        """) == 0)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM candidate c LEFT JOIN (
          SELECT village, method, SUM(tonnes) AS t, SUM(area_ha) AS a FROM ledger
          GROUP BY village, method) l ON l.village = c.village AND l.method = c.method
        WHERE c.status <> 'alternative' AND NOT EXISTS (
          SELECT 1 FROM loss m WHERE m.village = c.village AND m.method = c.method
            AND m.kind = 'missing')
        AND (
          ABS(MAX(COALESCE(l.t, 0), 0) - c.credit_tco2e) > 1e-6 * (1 + c.credit_tco2e)
          OR ABS(COALESCE(l.a, 0) - c.eligible_ha) > 1e-6 * (1 + c.eligible_ha))
        """) == 0)
    #expect(
      try workspace.read("output/ledger.csv").split(separator: "\r\n").count - 1
        == Int(try results.integer("SELECT COUNT(*) FROM ledger") ?? 0))
  }

  @Test("a ledger read back keeps the next run from claiming the same land and years")
  func ledgerReadBack() throws {
    let workspace = try Self.demo()
    let claimed = try results(workspace).integer("SELECT COUNT(*) FROM ledger") ?? 0
    try FileManager.default.moveItem(
      atPath: workspace.path("output/results.gpkg"),
      toPath: workspace.path("sample-data/ledger.gpkg"))
    try workspace.edit(
      "pipelines/demo.json5", "credited: [",
      """
      credited: [
        { path: "../sample-data/ledger.gpkg", layer: "ledger",
          mapping: "mappings/lintan-ledger.json5" },
      """)
    let second = try workspace.run("pipelines/demo.json5")
    #expect(second.exitCode == .success, "\(second.errors)")
    let results = try results(workspace)
    try results.execute("ATTACH '\(workspace.path("sample-data/ledger.gpkg"))' AS before")
    #expect(claimed > 0)
    #expect(
      try results.integer(
        "SELECT COUNT(*) FROM main.ledger a JOIN before.ledger b ON a.key = b.key") == 0)
  }

  @Test("one shard and many give the same result")
  func shards() throws {
    let whole = try Self.demonstration.get()
    let parts = try Self.demo([("titleUntil: 2028", "titleUntil: 2028, rowsPerShard: 500")])
    for table in [
      "claim", "title", "burden", "credited_period", "credit_ledger", "enclosure_warning",
      "tenure_finding",
    ] {
      let connection = try Connection(path: try tenureStore(whole), mode: .readOnly)
      try connection.execute("ATTACH '\(try tenureStore(parts))' AS parts")
      #expect(
        try connection.integer(
          """
          SELECT COUNT(*) FROM (SELECT * FROM main.\(table) EXCEPT SELECT * FROM parts.\(table))
          """) == 0)
      #expect(
        try connection.integer("SELECT COUNT(*) FROM main.\(table)")
          == connection.integer("SELECT COUNT(*) FROM parts.\(table)"))
    }
    for name in PublishStage.files {
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: whole.path("output/" + name)))
          == Data(contentsOf: URL(fileURLWithPath: parts.path("output/" + name))), "\(name)")
    }
  }

  @Test("the shares of a 小班 add up to its area")
  func sharesAddUp() throws {
    let workspace = try Self.demonstration.get()
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    #expect(
      try store.integer("SELECT COUNT(*) FROM title WHERE clear_share IS NOT NULL") ?? 0 > 2000)
    #expect(
      try store.integer(
        """
        SELECT COUNT(*) FROM title WHERE ABS(clear_share + untitled_share + contested_share
          + disputed_share + expiring_share - 1) > 1e-6
        """) == 0)
    #expect(
      try store.integer(
        "SELECT COUNT(*) FROM burden WHERE excluded_share + credited_share > 1 + 1e-6") == 0)
  }

  @Test("texts against the map, claims on one spot and slivers are counted with their reasons")
  func problems() throws {
    let workspace = try Self.demonstration.get()
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    for (rule, code) in [
      ("tenure-text-disagrees-with-map", "QS15"), ("tenure-claims-on-one-spot", "QS05"),
    ] {
      let count = try store.integer(
        "SELECT COUNT(*) FROM tenure_finding WHERE rule = ? AND detail LIKE ?",
        [.text(rule), .text(code + "%")])
      #expect(count ?? 0 > 0)
      #expect(
        count
          == (try results(workspace).integer(
            "SELECT COUNT(*) FROM finding WHERE rule = ?", [.text(rule)])))
    }
  }

  @Test("the list of gaps has every 小班 that the summary counts, with codes and what to do")
  func gaps() throws {
    let workspace = try Self.demonstration.get()
    let lines = try workspace.read("output/tenure-gaps.csv").split(separator: "\r\n").dropFirst()
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    let unclear = try store.integer(
      "SELECT COUNT(*) FROM title WHERE title_class <> 'single-holder'")
    #expect(Int64(lines.count { !$0.contains("权属清晰（单一权利人）") }) == unclear)
    #expect(lines.allSatisfy { $0.contains("QS") })
  }

  @Test("shared outputs name no person unless the pipeline says so")
  func pseudonyms() throws {
    let shared = try Self.demonstration.get()
    let store = try Connection(path: try tenureStore(shared), mode: .readOnly)
    let set = try store.columns(
      "SELECT DISTINCT holder FROM parcel WHERE holder_type = 'person' AND LENGTH(holder) > 2",
      kinds: [.text])
    let names = try set.texts(0)
    let texts =
      try shared.read("output/tenure-gaps.csv") + shared.read("output/report.html")
      + shared.read("output/village-sheets.html")
    #expect(set.rows > 20)
    for row in 0..<set.rows { #expect(!texts.contains(names[row])) }
    let results = try results(shared)
    #expect(
      try results.integer(
        """
        SELECT COUNT(*) FROM claim WHERE holder_type = 'person' AND holder NOT LIKE '个人-____%'
          AND holder <> ''
        """) == 0)
    #expect(
      try results.integer(
        "SELECT COUNT(*) FROM claim WHERE holder_type = 'collective' AND holder LIKE '%村%'")
        ?? 0 > 0)
    // As many pseudonyms as holders: no two persons become one.
    let claims = try results.integer(
      "SELECT COUNT(DISTINCT holder) FROM claim WHERE holder_type = 'person'")
    #expect(
      claims
        == (try store.integer(
          """
          SELECT COUNT(DISTINCT p.holder) FROM claim c JOIN parcel p ON p.number = c.parcel
          WHERE p.holder_type = 'person'
          """)))
    let full = try Self.demo([
      ("name: \"demo\",", "name: \"demo\", publish: { holders: \"full\" },")
    ])
    #expect(
      try self.results(full).integer(
        "SELECT COUNT(*) FROM claim WHERE holder LIKE '个人-%'") == 0)
  }

  @Test("planted differences between list and parcels are found, and nothing else is one")
  func plantedDifferences() throws {
    let workspace = try Self.demonstration.get()
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    let record = try workspace.read("sample-data/planted-faults_449921.json")
    for (kind, rule) in [
      ("list-holder", "tenure-list-holder-differs"), ("list-area", "tenure-list-area-differs"),
    ] {
      let planted = record.split(separator: "{").filter { $0.contains("\"\(kind)\"") }
        .compactMap { entry in
          entry.split(separator: "\"row\"").last.flatMap {
            Int64($0.drop { !$0.isNumber }.prefix { $0.isNumber })
          }
        }
      let set = try store.columns(
        "SELECT source_row FROM tenure_finding WHERE rule = ?", [.text(rule)], kinds: [.integer])
      #expect(planted.count == 35)
      // Rows of sheets are called from 1.
      #expect(Set(try set.integers(0)) == Set(planted.map { $0 + 1 }), "\(kind)")
    }
    #expect(
      try store.integer(
        "SELECT COUNT(*) FROM tenure_finding WHERE rule = 'tenure-list-record-unmatched'") == 0)
  }

  @Test("shares of a few per cent draw no warning")
  func noEnclosure() throws {
    let workspace = try Self.demonstration.get()
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    #expect(try store.integer("SELECT COUNT(*) FROM enclosure_warning") == 0)
    #expect(!(try workspace.read("output/report.html").contains("圈占资源预警")))
  }

  @Test("a body with a share of many villages is warned of, in the report and in readiness")
  func enclosure() throws {
    let workspace = try Self.demo([
      ("titleUntil: 2028", "titleUntil: 2028, enclosureVillageShare: 0.05")
    ])
    let store = try Connection(path: try tenureStore(workspace), mode: .readOnly)
    #expect(
      try store.integer(
        "SELECT COUNT(*) FROM enclosure_warning WHERE holder_type = 'company'") ?? 0 > 0)
    #expect(
      try store.integer(
        """
        SELECT COUNT(*) FROM enclosure_warning WHERE holder_type IN ('state', 'collective')
          OR village_count < 3 OR area_ha < 66
        """) == 0)
    // Villages in which it holds little are listed with their share, and not marked.
    #expect(
      try store.integer(
        "SELECT COUNT(*) FROM enclosure_warning WHERE LENGTH(marked_villages) < LENGTH(villages)")
        ?? 0 > 0)
    let report = try workspace.read("output/report.html")
    #expect(report.contains("圈占资源预警"))
    #expect(report.contains("存在圈占资源预警，须核实合同"))
  }
}
