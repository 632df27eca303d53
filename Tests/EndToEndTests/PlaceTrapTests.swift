import Commands
import Foundation
import Geospatial
import Testing

/// Traps of coordinate systems (data.md §4 and §7), through a run.
@Suite("Traps in coordinates")
struct PlaceTrapTests {
  /// Hectares of the polygons, as the store has them.
  private func area(_ run: TrapRun) throws -> Double {
    try run.number("SELECT SUM(polygon_area_ha) FROM subcompartment")
  }

  @Test("eight-digit eastings without .prj name their zone, and the datum is said to be assumed")
  func zonePrefix() throws {
    let run = try TrapRun()
    #expect(try run.ingest(TrapSurvey()) { try $0.remove("survey.prj") }.exitCode == .success)
    let found1 = try run.rules()
    #expect(found1 == ["assumed-datum 1"])
    #expect(try run.text("SELECT value FROM fact WHERE name = 'coordinate-system'") == "EPSG:4526")
    // A bureau that wants no assumptions says so.
    let strict = try TrapRun()
    let outcome = try strict.ingest(
      TrapSurvey(), pipeline: #", rules: { "assumed-datum": "stop" }"#
    ) { try $0.remove("survey.prj") }
    #expect(outcome.exitCode == .data)
    #expect(outcome.errors.contains("assumed-datum"))
  }

  /// 河源 lies in the zone of 114° E (sourced); 450123 is not known.
  @Test("six-digit eastings take the zone of the county that the rows name, where it is known")
  func countyOfTheRows() throws {
    var survey = TrapSurvey()
    (survey.west, survey.drawnIn, survey.epsg) = (628_000, 4547, 4547)
    let known = try TrapRun()
    let placed = try known.ingest(survey) { try $0.remove("survey.prj") }
    #expect(placed.exitCode == .success, "\(placed.errors)")
    #expect(
      try known.text("SELECT value FROM fact WHERE name = 'coordinate-system'") == "EPSG:4547")
    #expect(try known.text("SELECT coordinates FROM source").contains("441622"))

    survey.cell = { _, name, value in
      switch name {
      case "XIAN": "450123"
      case "XIANG": "450123104"
      case "CUN": "450123104201"
      default: value
      }
    }
    let unknown = try TrapRun()
    let refused = try unknown.ingest(survey) { try $0.remove("survey.prj") }
    #expect(refused.exitCode == .coordinates)
    #expect(refused.errors.contains("450123") && refused.errors.contains("centralMeridian"))
    let told = try TrapRun()
    let outcome = try told.ingest(survey, options: ", centralMeridian: 108") {
      try $0.remove("survey.prj")
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(
      try told.text("SELECT value FROM fact WHERE name = 'coordinate-system'") == "EPSG:4545")
    let wrong = try TrapRun().ingest(survey, options: ", centralMeridian: 110") { _ in }
    #expect(wrong.exitCode == .configuration)
  }

  @Test("a .prj of another zone is refused, or noticed by the codes")
  func wrongDefinition() throws {
    func replaced(_ survey: TrapSurvey, by epsg: Int) throws -> (TrapRun, Workspace.Outcome) {
      let run = try TrapRun()
      let outcome = try run.ingest(survey) { run in
        var other = survey
        (other.epsg, other.drawnIn) = (epsg, epsg)
        try other.write(run.data("other.shp"))
        try run.remove("survey.prj")
        try FileManager.default.moveItem(
          atPath: run.data("other.prj"), toPath: run.data("survey.prj"))
      }
      return (run, outcome)
    }
    // Eastings with the zone under a definition without it.
    let refused = try replaced(TrapSurvey(), by: 4547).1
    #expect(refused.exitCode == .coordinates)
    #expect(refused.errors.contains("4526"))
    // 明溪 with the middle of the neighbouring zone: three degrees off, still inside China.
    var survey = TrapSurvey()
    (survey.west, survey.south, survey.drawnIn, survey.epsg) = (519_900, 2_916_700, 4548, 4548)
    survey.cell = { _, name, value in
      switch name {
      case "XIAN": "350421"
      case "XIANG": "350421104"
      case "CUN": "350421104201"
      default: value
      }
    }
    let (run, outcome) = try replaced(survey, by: 4547)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let found2 = try run.rules()
    #expect(found2 == ["place-against-codes 1"])
  }

  /// 0.01 % for the projection: Longchuan lies 1.26 degrees from its meridian.
  @Test(
    "areas of layers in degrees and Web Mercator are areas on the ground", arguments: [4490, 3857])
  func groundAreas(epsg: Int) throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.epsg = epsg
    let outcome = try run.ingest(survey)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let found3 = try run.rules()
    #expect(found3.isEmpty)
    #expect(abs(try area(run) - 120) < 0.1)
    // The store is in a plane in which polygons can be laid over each other.
    #expect(
      try run.text("SELECT value FROM fact WHERE name = 'coordinate-system'") == "EPSG:4547")
  }

  @Test("areas taken from SHAPE_Area of such layers stop the run", arguments: [4490, 3857])
  func mapAreas(epsg: Int) throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.epsg = epsg
    // Square degrees; square metres of Web Mercator, 1/cos² of 24.1° too many.
    let area = epsg == 4490 ? "0.000000888" : "12000"
    survey.cell = { _, name, value in
      name == "MIAN_JI" ? area : name == "ZXJ" ? "" : value
    }
    let outcome = try run.ingest(survey)
    #expect(outcome.exitCode == .data)
    #expect(outcome.errors.contains("map-unit-area"), "\(outcome.errors)")
  }

  @Test("a pipeline cannot ask for areas in degrees or Web Mercator", arguments: [4490, 3857])
  func noPlane(epsg: Int) throws {
    let run = try TrapRun()
    let outcome = try run.ingest(TrapSurvey(), pipeline: ", epsg: \(epsg)")
    #expect(outcome.exitCode == .coordinates)
    #expect(outcome.errors.contains("EPSG:\(epsg)"))
  }
}
