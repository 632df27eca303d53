import Commands
import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

/// Rows, layers and whole surveys that lie where they cannot be, through a run.
@Suite("Places that cannot be right")
struct MisplacedTests {
  private func moved(_ survey: TrapSurvey, _ row: Int, _ x: Double, _ y: Double) -> [[(
    Double, Double
  )]] {
    [survey.square(row).map { ($0.0 + x, $0.1 + y) }]
  }

  @Test(
    "a few rows in another place or notation are set aside by name, the others go on",
    arguments: [
      (50_000.0, 0.0), (300_000, 0), (-38_000_000, 0), (-38_628_000, -2_666_900), (0, 1_000_000),
    ])
  func fewRows(x: Double, y: Double) throws {
    var survey = TrapSurvey()
    let plain = survey
    survey.shape = { $0 == 17 ? moved(plain, $0, x, y) : nil }
    let run = try TrapRun()
    let outcome = try run.ingest(survey)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try run.rules(where: "rule != 'place-against-codes'") == ["misplaced-row 1"])
    #expect(
      try run.number("SELECT source_row FROM quarantined WHERE rules = 'misplaced-row'") == 17)
    #expect(try run.number("SELECT COUNT(*) FROM subcompartment") == 119)
    #expect(try run.number("SELECT accepted * 1000 + quarantined FROM source") == 119_001)
    #expect(
      abs(try run.number("SELECT area_ha - (SELECT SUM(area_ha) FROM subcompartment) FROM source"))
        < 1e-6)
  }

  @Test("halves in two notations are refused as mixed, with counts")
  func mixed() throws {
    var survey = TrapSurvey()
    let plain = survey
    survey.shape = { $0 < 50 ? moved(plain, $0, -38_000_000, 0) : nil }
    let outcome = try TrapRun().ingest(survey)
    #expect(outcome.exitCode == .coordinates)
    #expect(outcome.errors.contains("mixed") && outcome.errors.contains("50 rows: six-digit"))
    #expect(outcome.errors.contains("70 rows"))
  }

  @Test("swapped axes and Web Mercator are named")
  func hints() throws {
    var survey = TrapSurvey()
    let plain = survey
    survey.shape = { [plain.square($0).map { ($0.1, $0.0) }.reversed()] }
    #expect(try TrapRun().ingest(survey).errors.contains("swapped"))
    var mercator = TrapSurvey()
    mercator.epsg = 3857
    let outcome = try TrapRun().ingest(mercator) { try $0.remove("survey.prj") }
    #expect(outcome.errors.contains("Web Mercator"))
  }

  @Test("a polygon without area is no missing one")
  func flat() throws {
    var survey = TrapSurvey()
    let plain = survey
    survey.shape = { row in
      let (x, y) = plain.square(row)[0]
      return row == 5 ? [[(x, y), (x + 50, y + 50), (x + 100, y + 100), (x, y)]] : nil
    }
    let run = try TrapRun()
    #expect(try run.ingest(survey).exitCode == .success)
    #expect(try run.rules() == ["zero-area-geometry 1"])
    #expect(try run.number("SELECT COUNT(*) FROM quarantined") == 1)
  }

  /// One village for rows 0 to 59 and one for 60 to 119, both as large as their rows.
  private func villages(_ run: TrapRun, east: Double = 0, swapped: Bool = false) throws {
    let survey = TrapSurvey()
    func box(_ south: Double) -> [[(Double, Double)]] {
      let (x, y) = (survey.west + east, survey.south + south)
      return [[(x, y), (x + 1200, y), (x + 1200, y + 500), (x, y + 500), (x, y)]]
    }
    var geometry = WKBColumn()
    for south in swapped ? [500.0, 0] : [0, 500] { geometry.append(TrapSurvey.wkb(box(south))) }
    let names = ["CUN_DM", "CUN_MC", "XIANG_MC", "XIAN_MC", "LQ", "PKC"]
    var writer = try LayerWriter(
      path: run.data("villages.gpkg"), format: .geoPackage, layer: "villages",
      fields: names.map { FieldDescription(name: $0, kind: .text, width: 20) },
      geometry: .polygon, epsg: 4526)
    try writer.append(
      columns: [
        ["441622104201", "441622104202"], ["甲", "乙"], ["镇", "镇"], ["县", "县"], ["", ""], ["", ""],
      ]
      .map { .text(TextColumn($0)) }, geometry: geometry)
    try writer.finish()
  }

  @Test("exclusion zones that lie elsewhere stop the run: they would exclude nobody")
  func exclusions() throws {
    let run = try TrapRun()
    try TrapSurvey().write(run.data("survey.shp"))
    try villages(run, east: 60_000)
    try run.workspace.write(
      #"{ id: "zones", title: "zones", kind: "exclusion-zones", columns: { name: "CUN_MC" } }"#,
      to: "pipelines/mappings/zones.json5")
    func outcome(_ rules: String) throws -> Workspace.Outcome {
      try run.workspace.write(
        """
        { name: "trap", title: "trap", stages: ["ingest", "tenure"], sources: {
            inventory: [{ survey: 2023, path: "../data/survey.shp",
              mapping: "mappings/national-xiaoban.json5" }],
            tenureParcels: "none", tenureLists: "none", credited: "none",
            exclusions: [{ path: "../data/villages.gpkg", mapping: "mappings/zones.json5" }] },
          methods: [{ file: "methods/guangdong-forestry.json5" }] \(rules) }
        """, to: "pipelines/trap.json5")
      return try run.workspace.run("pipelines/trap.json5")
    }
    let stopped = try outcome("")
    #expect(stopped.exitCode == .data && stopped.errors.contains("layer-elsewhere"))
    #expect(stopped.errors.contains("villages.gpkg") && stopped.errors.contains("58.8 km"))
    #expect(try outcome(#", rules: { "layer-elsewhere": "warn" }"#).exitCode == .success)
  }

  private func ingest(_ run: TrapRun, _ rules: String = "") throws -> Workspace.Outcome {
    var survey = TrapSurvey()
    survey.cell = { row, name, value in name == "CUN" && row >= 60 ? "441622104202" : value }
    if !FileManager.default.fileExists(atPath: run.data("survey.shp")) {
      try survey.write(run.data("survey.shp"))
    }
    try run.workspace.write(
      """
      { name: "trap", title: "trap", stages: ["ingest"], sources: {
          inventory: [{ survey: 2023, path: "../data/survey.shp",
            mapping: "mappings/national-xiaoban.json5" }],
          villages: { path: "../data/villages.gpkg", mapping: "mappings/sample-villages.json5" } },
        methods: [{ file: "methods/guangdong-forestry.json5" }] \(rules) }
      """, to: "pipelines/trap.json5")
    return try run.workspace.run("pipelines/trap.json5")
  }

  @Test("polygons outside the village that they name are findings, and most of them a stop")
  func villages() throws {
    let sound = try TrapRun()
    try villages(sound)
    #expect(try ingest(sound).exitCode == .success)
    #expect(try sound.rules().isEmpty)
    // 200 m east: two of twelve columns of squares are outside.
    let shifted = try TrapRun()
    try villages(shifted, east: 200)
    #expect(try ingest(shifted).exitCode == .success)
    #expect(try shifted.rules() == ["outside-own-village 20"])
    let wrong = try TrapRun()
    try villages(wrong, swapped: true)
    let stopped = try ingest(wrong)
    #expect(stopped.exitCode == .data && stopped.errors.contains("file-outside-villages"))
    #expect(
      try ingest(wrong, #", rules: { "file-outside-villages": "warn" }"#).exitCode == .success)
    #expect(
      try wrong.text("SELECT detail FROM finding WHERE rule = 'outside-own-village'")
        == "lies in 441622104202")
  }

  @Test("a layer that lies elsewhere stops the run, naming the file and the distance")
  func elsewhere() throws {
    let run = try TrapRun()
    try villages(run, east: 60_000)
    let outcome = try ingest(run)
    #expect(outcome.exitCode == .data)
    #expect(outcome.errors.contains("layer-elsewhere") && outcome.errors.contains("villages.gpkg"))
    #expect(outcome.errors.contains("58.8 km"), "\(outcome.errors)")
    #expect(
      try ingest(run, #", rules: { "layer-elsewhere": "warn", "file-outside-villages": "warn" }"#)
        .exitCode == .success)
    #expect(try run.rules(where: "rule = 'layer-elsewhere'") == ["layer-elsewhere 1"])
  }
}
