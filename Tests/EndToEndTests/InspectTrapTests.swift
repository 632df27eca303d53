import Commands
import Foundation
import Geospatial
import Testing

/// `lintan inspect` on files with traps, and drafts that run as they are.
@Suite("Inspect and draft")
struct InspectTrapTests {
  private func inspect(
    _ survey: TrapSurvey, _ prepare: (TrapRun) throws -> Void = { _ in }
  ) throws -> String {
    let run = try TrapRun()
    try survey.write(run.data("survey.shp"))
    try prepare(run)
    let outcome = try run.workspace.lintan(
      "inspect", run.data("survey.shp"), "--mappings", run.workspace.path("pipelines/mappings"))
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return outcome.output
  }

  @Test("faults of a whole file are among the problems")
  func fileFaults() throws {
    var survey = TrapSurvey()
    survey.cell = { _, name, value in
      switch name {
      case "MIAN_JI": "\(15 * (Double(value) ?? 0))"
      case "YOU_SHI_SZ": "120"
      default: value
      }
    }
    let text = try inspect(survey)
    #expect(text.contains("file-area-unit") && text.contains("implausible-species"))
    #expect(text.contains("the file: MIAN_JI “15”"))
    #expect(text.contains("area-unit"))
  }

  @Test("six-digit eastings are placed by the county, as in a run, or by an option")
  func meridian() throws {
    var survey = TrapSurvey()
    (survey.west, survey.drawnIn, survey.epsg) = (628_000, 4547, 4547)
    let run = try TrapRun()
    try survey.write(run.data("survey.shp"))
    try run.remove("survey.prj")
    let unplaced = try run.workspace.lintan("inspect", run.data("survey.shp"))
    #expect(unplaced.output.contains("EPSG:4547") && unplaced.output.contains("county"))
    let placed = try run.workspace.lintan(
      "inspect", run.data("survey.shp"), "--central-meridian", "114")
    #expect(placed.output.contains("EPSG:4547"))
    let wrong = try run.workspace.lintan(
      "inspect", run.data("survey.shp"), "--central-meridian", "115")
    #expect(wrong.exitCode == .usage)
  }

  @Test("a long cell is shown by its beginning")
  func longCells() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.options = WriterOptions()
    survey.cell = { row, name, value in
      name == "LIN_BAN" && row == 0 ? String(repeating: "林", count: 300_000) : value
    }
    try survey.write(run.data("survey.csv"), .csv, hasGeometry: false)
    let json = try run.workspace.lintan("inspect", run.data("survey.csv"), "--json")
    #expect(json.exitCode == .success, "\(json.errors)")
    #expect(json.output.utf8.count < 100_000)
    #expect(json.output.contains("林…"))
  }

  @Test(
    "a draft for a file with standard names runs in a pipeline as it is",
    arguments: [("national-xiaoban", "0111", "310"), ("guangxi-xiaoban", "1111", "295")])
  func drafts(mapping: String, landClass: String, species: String) throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { _, name, value in
      switch name {
      case "DI_LEI": landClass
      case "YOU_SHI_SZ": species
      default: value
      }
    }
    try survey.write(run.data("survey.shp"))
    let draft = run.workspace.path("pipelines/mappings/draft.json5")
    let drafted = try run.workspace.lintan(
      "inspect", run.data("survey.shp"), "--mappings", run.workspace.path("pipelines/mappings"),
      "--write-mapping", draft)
    #expect(drafted.exitCode == .success, "\(drafted.errors)")
    #expect(!drafted.errors.contains("still to be named"), "\(drafted.errors)")
    for name in ["draft", mapping] {
      let outcome = try run.run(
        #"{ survey: 2023, path: "../data/survey.shp", mapping: "mappings/\#(name).json5" }"#)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      #expect(outcome.errors.contains("120 rows = 120 accepted"), "\(outcome.errors)")
      #expect(
        try run.text(
          """
          SELECT DISTINCT p.name FROM subcompartment s JOIN species p ON p.number = s.species
          """) == (mapping == "national-xiaoban" ? "杉木" : "蓝桉"))
      #expect(
        try run.text("SELECT key FROM subcompartment ORDER BY fid")
          == (name == "draft" ? "441622104201/0001/0000" : "441622104201/0001/0000/"))
    }
  }
}
