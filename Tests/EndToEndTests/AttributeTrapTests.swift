import Commands
import Foundation
import Geospatial
import Testing

/// Traps of units, codes and keys (data.md §2 to §4 and §8), through a run.
@Suite("Traps in units, codes and keys")
struct AttributeTrapTests {
  private func findings(
    mapping: String = "national-xiaoban", pipeline: String = "",
    _ cell: @escaping (Int, String, String) -> String
  ) throws -> (TrapRun, [String]) {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = cell
    let outcome = try run.ingest(survey, pipeline: pipeline, mapping: mapping)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return (run, try run.rules())
  }

  @Test("a sound survey gives no finding")
  func sound() throws {
    let (run, found) = try findings { _, _, value in value }
    #expect(found.isEmpty)
    #expect(try run.number("SELECT accepted FROM source") == 120)
  }

  @Test(
    "areas in 亩 or m² in a hectare column are mended row by row, and the file is named",
    arguments: [(15.0, "area-unit"), (10_000, "area-square-metre")])
  func areaUnits(factor: Double, rule: String) throws {
    let (run, found) = try findings { _, name, value in
      name == "MIAN_JI" ? "\(factor * (Double(value) ?? 0))" : value
    }
    #expect(found.contains("\(rule) 120") && found.contains("file-area-unit 1"))
    #expect(try run.number("SELECT repaired FROM source") == 120)
    #expect(abs(try run.number("SELECT SUM(area_ha) FROM subcompartment") - 120) < 1)
  }

  @Test("郁闭度 as percent is divided; what could be 成 or percent is dropped")
  func canopy() throws {
    let (run, found) = try findings { row, name, value in
      name == "YU_BI_DU" && row < 60 ? (row == 0 ? "7" : "70") : value
    }
    #expect(found == ["canopy-percent 60"])
    #expect(
      try run.number("SELECT COUNT(*) FROM subcompartment WHERE canopy_density IS NULL") == 1)
  }

  @Test("a column of 郁闭度 wholly in percent is read as percent, small values too")
  func canopyColumn() throws {
    let (run, found) = try findings { row, name, value in
      name == "YU_BI_DU" ? (row == 0 ? "7" : row == 1 ? "1" : "70") : value
    }
    #expect(
      found.contains("canopy-in-percent 1") && !found.contains { $0.hasPrefix("canopy-perc") })
    #expect(try run.number("SELECT COUNT(*) FROM subcompartment WHERE canopy_density = 0.7") == 118)
    #expect(
      try run.number("SELECT canopy_density FROM subcompartment WHERE source_row = 0") == 0.07)
    #expect(
      try run.number("SELECT canopy_density FROM subcompartment WHERE source_row = 1") == 0.01)
    // Tenths of a whole are no percent, and stay unknown.
    let tenths = try findings { row, name, value in
      name == "YU_BI_DU" ? "\(5 + row % 4)" : value
    }
    #expect(tenths.1 == ["canopy-percent 120"])
  }

  /// `zxj = huo_lmgqxj` was seen in a script (data.md §2).
  @Test("total volume equal to volume per hectare is a copied field")
  func copied() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.side = 200
    survey.cell = { row, name, value in
      name == "ZXJ" ? "\(80 + Double(row % 7))" : value
    }
    #expect(try run.ingest(survey).exitCode == .success)
    let found = try run.rules()
    #expect(found == ["copied-field 1", "total-volume 120"])
    #expect(try run.text("SELECT value FROM finding WHERE rule = 'copied-field'") == "100.0 %")
  }

  @Test("volume per 亩 shows against the total")
  func volumePerMu() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.side = 200
    survey.cell = { _, name, value in
      name == "HUO_LMGQXJ" ? "\((Double(value) ?? 0) / 15)" : value
    }
    #expect(try run.ingest(survey).exitCode == .success)
    let found = try run.rules()
    #expect(found == ["volume-per-mu 120"])
  }

  /// 120 is 杉木类 in Guangxi and 云杉 in the national list.
  @Test("a Guangdong county full of 云杉 has the wrong species list")
  func spruce() throws {
    let (run, found) = try findings { _, name, value in
      name == "YOU_SHI_SZ" ? "120" : name == "LING_ZU" ? "1" : value
    }
    #expect(found.contains("implausible-species 1"))
    #expect(
      try run.text("SELECT detail FROM finding WHERE rule = 'implausible-species'")
        .contains("云杉"))
    // The run can be made to stop there.
    let strict = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { _, name, value in name == "YOU_SHI_SZ" ? "120" : value }
    let outcome = try strict.ingest(
      survey, pipeline: #", rules: { "implausible-species": "stop" }"#)
    #expect(outcome.exitCode == .data && outcome.errors.contains("implausible-species"))
  }

  /// The other way round: national 290, 其它松 of natural origin, is 速生桉 in Guangxi's list.
  @Test("natural eucalypt forest betrays the list of another province")
  func naturalEucalypt() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { _, name, value in
      switch name {
      case "YOU_SHI_SZ": "290"
      case "QI_YUAN": "11"
      case "DI_LEI": "1111"
      default: value
      }
    }
    #expect(try run.ingest(survey, mapping: "guangxi-xiaoban").exitCode == .success)
    let found = try run.rules()
    #expect(found.contains("planted-species-origin 120"))
  }

  /// Four notations of one class (data.md §3), and one that a spreadsheet has been at.
  @Test(
    "all notations of 地类 come to one class", arguments: ["0111", "111", "030100", "0301", "30100"])
  func landClasses(code: String) throws {
    let (run, _) = try findings { _, name, value in name == "DI_LEI" ? code : value }
    let name = try run.text(
      """
      SELECT DISTINCT t.chinese_name FROM subcompartment s
      JOIN term t ON t.vocabulary = 'land_class' AND t.number = s.land_class
      """)
    #expect(name == "乔木林")
  }

  @Test(
    "place codes in all their forms come to one",
    arguments: [
      ("441403", "441403104", "441403104201"), ("441421", "441421104", "441421104201"),
      ("441403", "441403104", "201"), ("441403", "104", "201"), ("441421", "104", "201"),
      ("441403", "104", "104201"), ("441403000000", "441403104000", "201"),
      ("", "", "4414031042010000000"),
    ])
  func places(county: String, town: String, village: String) throws {
    let (run, _) = try findings { _, name, value in
      switch name {
      case "XIAN": county
      case "XIANG": town
      case "CUN": village
      default: value
      }
    }
    #expect(try run.text("SELECT DISTINCT village FROM subcompartment") == "441403104201")
    #expect(
      try run.text("SELECT key FROM subcompartment ORDER BY fid") == "441403104201/0001/0000/")
    #expect(try run.number("SELECT quarantined FROM source") == 0)
  }

  @Test("duplicate keys are set aside whole, once, with their area")
  func duplicates() throws {
    let (run, found) = try findings { row, name, value in
      name == "XIAO_BAN" && row >= 100 ? "0001" : value
    }
    #expect(found == ["duplicate-key 20", "key-not-unique 1"])
    #expect(try run.number("SELECT accepted FROM source") == 100)
    #expect(try run.number("SELECT COUNT(*) FROM quarantined") == 20)
    #expect(try run.text("SELECT DISTINCT rules FROM quarantined") == "duplicate-key")
    #expect(try run.number("SELECT COUNT(*) FROM quarantined WHERE geom IS NULL") == 0)
    #expect(try run.number("SELECT SUM(length(species_code)) FROM quarantined") == 60)
    let areas = try run.number(
      "SELECT area_ha + quarantined_area_ha - (SELECT SUM(recorded_area_ha) FROM (SELECT * FROM "
        + "(SELECT recorded_area_ha FROM subcompartment) UNION ALL "
        + "SELECT recorded_area_ha FROM quarantined)) FROM source")
    #expect(abs(areas) < 1e-9)
  }

  @Test("two surveys numbered in different ways do not meet")
  func surveys() throws {
    func both(_ number: @escaping (Int) -> String) throws -> TrapRun {
      let run = try TrapRun()
      var survey = TrapSurvey()
      try survey.write(run.data("first.shp"))
      survey.cell = { row, name, value in name == "XIAO_BAN" ? number(row) : value }
      try survey.write(run.data("second.shp"))
      let outcome = try run.run(
        ["first", "second"].enumerated().map {
          "{ survey: \(2018 + 5 * $0), path: \"../data/\($1).shp\", "
            + "mapping: \"mappings/national-xiaoban.json5\" }"
        }.joined(separator: ", "))
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      return run
    }
    let other = try both { "\(5000 + $0)" }.rules()
    #expect(other == ["surveys-do-not-match 1"])
    let same = try both { String(String(10_000 + $0).dropFirst()) }.rules()
    #expect(same == ["same-survey-twice 1"])
    // A column that became numeric on its way: the finding says what would make them meet.
    let numeric = try both { "\($0)" }
    #expect(
      try numeric.text("SELECT detail FROM finding WHERE rule = 'surveys-do-not-match'")
        .contains("leading zeros"))
  }

  @Test("polygons drawn twice are found from any start and in either direction")
  func duplicatePolygons() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    let first = survey.square(0)
    let turned = [first[2], first[1], first[0], first[3], first[2]]
    survey.shape = { $0 == 50 ? [turned] : nil }
    #expect(try run.ingest(survey).exitCode == .success)
    let found = try run.rules()
    #expect(found.contains("duplicate-geometry 1"))
    #expect(
      try run.number("SELECT source_row FROM finding WHERE rule = 'duplicate-geometry'") == 50)
  }

  @Test("age, species, volume and 地类 that contradict each other are noted")
  func contradictions() throws {
    let (run, found) = try findings { row, name, value in
      switch (row, name) {
      case (0, "YOU_SHI_SZ"): ""
      case (1, "PINGJUN_NL"): ""
      case (2, "DI_LEI"): "0161"
      case (3, "DI_LEI"): "0113"
      case (4, "HUO_LMGQXJ"), (4, "ZXJ"): "0"
      case (5, "XIAN"): "441623"
      default: value
      }
    }
    #expect(
      found == [
        "arbor-forest-without-volume 1", "bamboo-land-class 1", "place-codes-disagree 1",
        "volume-on-unstocked-land 1", "volume-without-age 1", "volume-without-species 1",
      ])
    #expect(try run.number("SELECT accepted FROM source") == 120)
  }
}
