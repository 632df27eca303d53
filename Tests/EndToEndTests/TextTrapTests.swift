import Commands
import Foundation
import Geospatial
import Inventory
import Testing

/// Traps of encoding and of tables (data.md §0 and §6), through a run.
@Suite("Traps in texts and tables")
struct TextTrapTests {
  @Test("GBK is read whatever .cpg and language byte claim, and the claim is reported")
  func claims() throws {
    for (cpg, byte, claim) in [
      ("UTF-8", 0x57, ".cpg UTF-8, language byte 0x57"), ("ISO-8859-1", 0, ".cpg ISO-8859-1"),
      (nil, 0x57, "language byte 0x57"), ("GBK", 0x57, nil), (nil, 0x4D, nil), (nil, 0, nil),
    ] as [(String?, UInt8, String?)] {
      let run = try TrapRun()
      var survey = TrapSurvey()
      survey.options.writesCodePage = false
      survey.cell = { _, name, value in name == "LIN_BAN" ? "石坑林班" : value }
      let outcome = try run.ingest(survey) { run in
        if let cpg {
          try cpg.write(toFile: run.data("survey.cpg"), atomically: true, encoding: .utf8)
        }
        try run.edit("survey.dbf") { $0[29] = byte }
      }
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      #expect(try run.text("SELECT DISTINCT compartment FROM subcompartment") == "石坑林班")
      #expect(
        try run.text("SELECT MAX(value) FROM finding WHERE rule = 'encoding-claim'")
          == claim ?? "nothing")
    }
  }

  @Test("a character cut by its field is dropped and reported, and the row stays")
  func cutCharacters() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.widths = ["LIN_BAN": 7]
    survey.options.cutsTexts = true
    survey.cell = { row, name, value in name == "LIN_BAN" && row == 3 ? "石坑林班" : value }
    #expect(try run.ingest(survey).exitCode == .success)
    let found1 = try run.rules()
    #expect(found1 == ["damaged-text 1"])
    #expect(try run.text("SELECT compartment FROM subcompartment WHERE source_row = 3") == "石坑林")
    #expect(try run.text("SELECT detail FROM finding") == "cut by the field's width")
  }

  @Test("blanks of one space are blanks, in codes and in numbers kept as texts")
  func singleSpaces() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.texts = Set(TrapSurvey.numbers)
    survey.cell = { row, name, value in
      guard row == 5 else { return value }
      return ["YOU_SHI_SZ", "PINGJUN_NL", "HUO_LMGQXJ", "ZXJ", "QI_YUAN"].contains(name)
        ? " " : value
    }
    #expect(try run.ingest(survey).exitCode == .success)
    let found2 = try run.rules()
    #expect(found2 == ["forest-without-species 1"])
    #expect(try run.number("SELECT COUNT(*) FROM subcompartment WHERE age IS NULL") == 1)
  }

  /// A .dbf cannot tell 0 from "not recorded": age 0 and diameter 0 are missing.
  @Test("zero means not recorded")
  func zeros() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { row, name, value in
      row < 4 && ["PINGJUN_NL", "PINGJUN_XJ"].contains(name) ? "0" : value
    }
    #expect(try run.ingest(survey).exitCode == .success)
    let found3 = try run.rules()
    #expect(found3 == ["volume-without-age 4"])
    #expect(try run.number("SELECT COUNT(*) FROM subcompartment WHERE age IS NULL") == 4)
    #expect(try run.number("SELECT COUNT(*) FROM subcompartment WHERE diameter_cm IS NULL") == 4)
  }

  /// GDAL does not decode CSV; data.md: 誠 is D5 5C in GBK, with a backslash in it.
  @Test("a GBK CSV without geometry is read")
  func delimited() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.cell = { _, name, value in name == "LIN_BAN" ? "誠林班" : value }
    for (name, encoding, mark) in [
      ("gbk.csv", TextEncoding.gbk, false), ("utf8.csv", .utf8, false), ("bom.csv", .utf8, true),
    ] {
      survey.options = WriterOptions(encoding: encoding, byteOrderMark: mark)
      try survey.write(run.data(name), .csv, hasGeometry: false)
      let outcome = try run.run(
        #"{ survey: 2023, path: "../data/\#(name)", mapping: "mappings/national-xiaoban.json5" }"#)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      #expect(outcome.errors.contains("120 rows = 120 accepted"), "\(outcome.errors)")
      #expect(try run.text("SELECT DISTINCT compartment FROM subcompartment") == "誠林班")
    }
  }

  /// Numeric cells have no leading zeros, and the 合计 row becomes a feature.
  @Test("a workbook that lost leading zeros is completed, and its total row set aside")
  func workbook() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.options = WriterOptions()
    survey.rows = 121
    survey.cell = { row, name, value in
      if row == 120 { return name == "CUN" ? "合计" : name == "MIAN_JI" ? "120" : "" }
      return switch name {
      case "XIANG": "4"
      case "CUN": "21"
      case "DI_LEI": "30100"
      case "SEN_LIN_LB": "21"
      default: value
      }
    }
    try survey.write(run.data("survey.xlsx"), .xlsx, hasGeometry: false)
    let outcome = try run.run(
      #"{ survey: 2023, path: "../data/survey.xlsx", mapping: "mappings/national-xiaoban.json5" }"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("121 rows = 0 accepted + 120 repaired + 1 quarantined"))
    #expect(try run.text("SELECT DISTINCT village FROM subcompartment") == "441622004021")
    let found = try run.rules(where: "action = 'repaired' OR severity = 'information'")
    #expect(found == ["land-class-zero 120", "short-village-code 120"])
    #expect(try run.text("SELECT village FROM quarantined") == "合计")
  }

  /// A merged title above the heading makes GDAL name the columns Field1, Field2 …
  @Test("a workbook with a title above its heading says what to delete")
  func titledWorkbook() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.options = WriterOptions(encoding: .utf8)
    try survey.write(run.data("plain.csv"), .csv, hasGeometry: false)
    let text = try String(contentsOfFile: run.data("plain.csv"), encoding: .utf8)
    let names = TrapSurvey.columns.map { _ in "" }.joined(separator: ",")
    try ("小班一览表" + names + "\n" + text).write(
      toFile: run.data("titled.csv"), atomically: true, encoding: .utf8)
    let outcome = try run.run(
      #"{ survey: 2023, path: "../data/titled.csv", mapping: "mappings/national-xiaoban.json5" }"#)
    #expect(outcome.exitCode == .missingColumn)
    #expect(outcome.errors.contains("title rows"), "\(outcome.errors)")
  }

  /// `HUO_LMGQXJ` is ten bytes; names of more are cut, through characters if need be.
  @Test("column names cut in half are matched and reported")
  func cutNames() throws {
    let run = try TrapRun()
    var survey = TrapSurvey()
    survey.options = WriterOptions(encoding: .utf8, writesCodePage: false)
    let outcome = try run.ingest(survey) { run in
      // 林班号 and the first byte of another character, as UTF-8 leaves it in ten bytes.
      try run.edit("survey.dbf") { bytes in
        let place = try #require(bytes.range(of: Data("LIN_BAN".utf8))).lowerBound
        bytes.replaceSubrange(place..<place + 11, with: Array("林班号".utf8) + [0xE7, 0])
      }
      let path = run.workspace.path("pipelines/mappings/national-xiaoban.json5")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacingOccurrences(of: #""LIN_BAN""#, with: #""林班号码""#)
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try run.text("SELECT DISTINCT compartment FROM subcompartment") == "0001")
    #expect(try run.text("SELECT value FROM finding WHERE rule = 'cut-column-name'") == "林班号")
  }
}
