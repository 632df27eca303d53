import Archive
import Commands
import Foundation
import Geometry
import Testing

@Suite("Land without polygon is placed by name, or said to be open")
struct CreditedPlaceTests {
  private static let mapping = """
    { id: "tz", title: "tz", kind: "credited-land",
      columns: { mechanism: "JZ", firstYear: "Q", lastYear: "Z",
        key: { column: "K", optional: true }, villageName: { column: "CM", optional: true },
        village: { column: "C", optional: true }, compartment: { column: "LB", optional: true },
        subcompartment: { column: "XB", optional: true },
        share: { column: "FE", optional: true },
        area: { column: "MJ", unit: "mu", optional: true } } }
    """

  /// Burdens after a run with credited rows in CSV, heading first.
  private func run(_ rows: String, failing: ExitCode = .success) throws -> (
    shares: [String], workspace: Workspace, outcome: Workspace.Outcome
  ) {
    var county = TitleCounty()
    county.creditedSource = #"[{ path: "j.csv", mapping: "j.json5" }]"#
    let workspace = try Workspace()
    try workspace.write(rows, to: "j.csv")
    try workspace.write(Self.mapping, to: "j.json5")
    try county.write(to: workspace)
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == failing, "\(outcome.errors)")
    guard outcome.exitCode == .success else { return ([], workspace, outcome) }
    let result = TitleCounty.Result(workspace: workspace, outcome: outcome)
    let shares = try result.texts(
      """
      SELECT COALESCE(CAST(ROUND(b.credited_share, 6) AS TEXT), 'open') FROM burden b
      ORDER BY b.subcompartment
      """)
    return (shares, workspace, outcome)
  }

  @Test("a row names its 小班 by key or by village and number; its share or area counts")
  func placed() throws {
    let run = try run(
      """
      JZ,Q,Z,K,C,XB,FE,MJ
      PHCER,2019,2023,449901100201/1,,,,
      PHCER,2019,2023,,449901100201,2,0.25,
      PHCER,2019,2023,,449901100202,第04小班,,6
      PHCER,2010,2015,,449901100202,5,,
      """)
    #expect(run.shares == ["1.0", "0.25", "0.0", "0.4", "0.0", "0.0"])
    #expect(run.outcome.errors.contains("4 rows without polygon, 4 placed by the 小班 they name"))
  }

  @Test("a row that names no 小班 leaves its village open, or all where its village is not known")
  func unplaced() throws {
    let village = try run(
      "JZ,Q,Z,C,XB\nPHCER,2019,2023,449901100201,99\nPHCER,2019,2023,449901100202,4\n")
    #expect(village.shares == ["open", "open", "open", "1.0", "0.0", "0.0"])
    #expect(village.outcome.errors.contains("it cannot be told what is credited in 1 villages"))
    let county = try run(
      "JZ,Q,Z,C,XB\nPHCER,2019,2023,,99\nPHCER,2019,2023,449901100202,4\n")
    #expect(county.shares == ["open", "open", "open", "1.0", "open", "open"])
    // Another county's land, and years that are over, burden nothing here.
    let other = try run(
      "JZ,Q,Z,C,XB\nPHCER,2019,2023,441601102001,9\nPHCER,2001,2005,,77\n"
        + "PHCER,2019,2023,449901100202,4\n")
    #expect(other.shares == ["0.0", "0.0", "0.0", "1.0", "0.0", "0.0"])
    let result = TitleCounty.Result(workspace: other.workspace, outcome: other.outcome)
    #expect(try result.findings("credited-row-not-placed") == 2)
  }

  @Test("a file of which no row can be placed is refused with the remedy")
  func refused() throws {
    let nowhere = try run("JZ,Q,Z\nPHCER,2019,2023\n", failing: .missingColumn)
    #expect(nowhere.outcome.errors.contains("j.csv"))
    #expect(nowhere.outcome.errors.contains("lintan-ledger.json5"))
    let unknown = try run("JZ,Q,Z,C,XB\nPHCER,2019,2023,449901100201,99\n", failing: .data)
    #expect(unknown.outcome.errors.contains("none names a 小班 of the run"))
  }

  @Test("of a polygon of which a share is credited, the share is taken off and not all")
  func sharedPolygon() throws {
    var county = TitleCounty()
    let workspace = try Workspace()
    try TitleCounty.write(
      workspace.path("j.gpkg"), [TitleCounty.square(0), TitleCounty.square(1), []],
      [
        ("JZ", ["PHCER", "PHCER", "CCER"]), ("Q", ["2019", "2019", "2019"]),
        ("Z", ["2023", "2023", "2023"]), ("FE", ["0.6", "1", "1"]),
        ("K", ["", "", "449901100201/3"]),
      ])
    try workspace.write(Self.mapping, to: "j.json5")
    county.creditedSource = #"[{ path: "j.gpkg", mapping: "j.json5" }]"#
    try county.write(to: workspace)
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let result = TitleCounty.Result(workspace: workspace, outcome: outcome)
    #expect(
      try result.texts(
        "SELECT CAST(ROUND(credited_share, 6) AS TEXT) FROM burden ORDER BY subcompartment")
        == ["0.6", "1.0", "1.0", "0.0", "0.0", "0.0"])
  }

  @Test("the ledger.csv of a run keeps the next one from claiming the same land and years")
  func ledgerTable() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let first = try workspace.read("output/ledger.csv")
    try workspace.write(first, to: "sample-data/ledger.csv")
    try workspace.edit(
      "pipelines/demo.json5", "credited: [",
      #"credited: [ { path: "../sample-data/ledger.csv", mapping: "mappings/lintan-ledger.json5" },"#
    )
    let second = try workspace.run("pipelines/demo.json5")
    #expect(second.exitCode == .success, "\(second.errors)")
    func keys(_ text: String) -> Set<Substring> {
      Set(text.split(separator: "\r\n").dropFirst().compactMap { $0.split(separator: ",").first })
    }
    let next = try workspace.read("output/ledger.csv")
    #expect(keys(first).count > 100)
    #expect(keys(first).isDisjoint(with: keys(next)))
  }

  @Test("an exclusion zone without polygon leaves every 小班 open, none eligible")
  func zoneWithoutPolygon() throws {
    var county = TitleCounty()
    let workspace = try Workspace()
    try TitleCounty.write(
      workspace.path("z.gpkg"), [TitleCounty.square(0), []], [("MC", ["甲保护区", "乙保护区"])])
    try workspace.write(
      #"{ id: "z", title: "z", kind: "exclusion-zones", columns: { name: "MC" } }"#, to: "z.json5")
    county.exclusions = #"[{ path: "z.gpkg", mapping: "z.json5" }]"#
    try county.write(to: workspace)
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let result = TitleCounty.Result(workspace: workspace, outcome: outcome)
    #expect(
      try result.texts(
        "SELECT COALESCE(CAST(excluded_share AS TEXT), 'open') FROM burden ORDER BY subcompartment")
        == ["1.0", "open", "open", "open", "open", "open"])
    #expect(
      try result.texts(
        "SELECT value FROM tenure_finding WHERE rule = 'exclusion-without-polygon'") == ["乙保护区"])
    #expect(outcome.errors.contains("1 exclusion zones without polygon"))
  }
}

@Suite("Reference layers larger than the county")
struct LargeReferenceTests {
  private func outcome(_ rings: [[(Double, Double)]]) throws -> Workspace.Outcome {
    var county = TitleCounty()
    let workspace = try Workspace()
    var buffer = PolygonBuffer()
    for (place, ring) in rings.enumerated() {
      buffer.appendRing(ring.map { (x: $0.0, y: $0.1) }, isShell: place == 0)
    }
    var column = WKBColumn()
    column.append(buffer)
    try TitleCounty.write(workspace.path("z.gpkg"), [Array(column[0])], [("MC", ["全省红线"])])
    try workspace.write(
      #"{ id: "z", title: "z", kind: "exclusion-zones", columns: { name: "MC" } }"#, to: "z.json5")
    county.exclusions = #"[{ path: "z.gpkg", mapping: "z.json5" }]"#
    try county.write(to: workspace)
    return try workspace.run("p.json5")
  }

  @Test("a zone as large as a province is laid over with a word of warning")
  func province() throws {
    let outcome = try outcome([
      [(60_000, 2_240_000), (840_000, 2_240_000), (840_000, 2_820_000), (60_000, 2_820_000)],
      [(490_000, 2_550_000), (490_000, 2_570_000), (510_000, 2_570_000), (510_000, 2_550_000)],
    ])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("z.gpkg: reaches far past the zone"))
  }

  @Test("a layer whose middle lies elsewhere is in another system and refused")
  func elsewhere() throws {
    let outcome = try outcome([
      [
        (1_000_000, 2_240_000), (1_780_000, 2_240_000), (1_780_000, 2_820_000),
        (1_000_000, 2_820_000),
      ]
    ])
    #expect(outcome.exitCode == .coordinates, "\(outcome.errors)")
  }
}
