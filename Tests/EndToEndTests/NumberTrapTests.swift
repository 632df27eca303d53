import Commands
import Geospatial
import Testing

/// Number columns kept as texts, through a run.
@Suite("Numbers kept as texts")
struct NumberTrapTests {
  private func run(
    _ texts: Set<String>, _ cell: @escaping (Int, String, String) -> String
  ) throws -> (TrapRun, Workspace.Outcome) {
    let run = try TrapRun()
    var survey = TrapSurvey()
    (survey.texts, survey.cell) = (texts, cell)
    return (run, try run.ingest(survey))
  }

  @Test("units behind the numbers are read; another unit than the mapping's is used and named")
  func units() throws {
    let (run, outcome) = try run(["MIAN_JI", "HUO_LMGQXJ", "PINGJUN_NL"]) { row, name, value in
      switch name {
      case "MIAN_JI": row < 5 ? "\((Double(value) ?? 0) * 15)亩" : value + "公顷"
      case "HUO_LMGQXJ": value + "m3"
      case "PINGJUN_NL": value.prefix(2) + "年生"
      default: value
      }
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try run.rules() == ["stated-unit 5"])
    #expect(abs(try run.number("SELECT SUM(area_ha) FROM subcompartment") - 120) < 1)
    #expect(try run.number("SELECT SUM(volume_m3_ha > 79 AND age > 13) FROM subcompartment") == 120)
  }

  @Test("a cell that is no number sets its row aside, and a column of such texts stops the run")
  func unreadable() throws {
    let (run, outcome) = try run(["PINGJUN_NL", "YU_BI_DU"]) { row, name, value in
      switch (row, name) {
      case (3, "PINGJUN_NL"): "二十五"
      case (4, "YU_BI_DU"): "密"
      default: value
      }
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(
      try run.rules(where: "rule LIKE 'unreadable%'") == ["unreadable-number 2"])
    #expect(try run.number("SELECT source_row FROM quarantined") == 3)
    #expect(
      try run.text("SELECT value FROM finding WHERE action = 'quarantined'") == "二十五")
    let stopped = try self.run(["PINGJUN_NL"]) { _, name, value in
      name == "PINGJUN_NL" ? "Ⅱ龄级" : value
    }.1
    #expect(stopped.exitCode == .data && stopped.errors.contains("unreadable-column"))
  }

  @Test("rows without polygon take the factor that the other rows show")
  func withoutPolygon() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { _, name, value in name == "MIAN_JI" ? "\((Double(value) ?? 0) * 15)" : value }
    survey.shape = { $0 < 20 ? [] : nil }
    #expect(try run.ingest(survey).exitCode == .success)
    #expect(try run.rules(where: "rule = 'area-unit'") == ["area-unit 120"])
    #expect(abs(try run.number("SELECT SUM(area_ha) FROM subcompartment") - 120) < 1)
  }

  @Test("full-width digits in village codes are the digits that they show")
  func wideDigits() throws {
    let (run, outcome) = try run([]) { row, name, value in
      name == "CUN" && row == 7 ? "４４１６２２１０４２０１" : value
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try run.rules() == ["wide-digits 1"])
    #expect(try run.number("SELECT COUNT(DISTINCT village) FROM subcompartment") == 1)
  }
}
