import Configuration
import Inventory
import Mapping
import Testing

@Suite struct MappingFileTests {
  private func failure(_ text: String) -> ConfigurationError? {
    do {
      _ = try Mappings.read(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsNamesUnitsAndLists() throws {
    let mapping = try Mappings.inventory(
      """
      age: { column: ["PINGJUN_NL", "NIAN_LIN"], zeroIsMissing: true, optional: true },
      canopyDensity: { column: "YU_BI_DU", unit: "percent" },
      origin: { constant: "21", codes: "origin.csv" },
      """)
    #expect(mapping.areaBasis == .recorded)
    #expect(mapping["village"]?.names == ["CUN"])
    #expect(mapping["age"]?.names == ["PINGJUN_NL", "NIAN_LIN"])
    #expect(mapping["age"]?.zeroIsMissing == true)
    #expect(mapping["age"]?.isOptional == true)
    #expect(mapping["canopyDensity"]?.ratioUnit == .percent)
    #expect(mapping["origin"]?.constant == "21")
    #expect(mapping["species"]?.codes?.identifier == "species")
    #expect(mapping["height"] == nil)
    #expect(mapping.key == ["village", "subcompartment"])
  }

  @Test func mistakesAreReportedWhereTheyStand() {
    let cases: [(String, Int, Int, String)] = [
      (Mappings.text(#"agee: "A","#), 7, 1, "columns"),
      (Mappings.text(#"origin: "QI_YUAN","#), 7, 9, "columns.origin"),
      (Mappings.text(#"age: { column: "A", unit: "mu" },"#), 7, 21, "columns.age"),
      (
        Mappings.text(#"secondVolume: { column: "A", unit: "m3/ha" },"#), 7, 36,
        "columns.secondVolume.unit"
      ),
      (Mappings.text(#"age: { column: "A", constant: "3" },"#), 7, 6, "columns.age"),
      (Mappings.text("age: { optional: true },"), 7, 6, "columns.age"),
      (Mappings.text("age: [],"), 7, 6, "columns.age"),
      (Mappings.text(#"age: ["A", ""],"#), 7, 6, "columns.age"),
      (
        Mappings.text(#"origin: { column: "A", codes: "bad-origin.csv" },"#), 7, 31,
        "columns.origin.codes"
      ),
      (
        Mappings.text(#"age: { constant: "zwanzig" },"#), 7, 18, "columns.age.constant"
      ),
      (
        Mappings.text(#"origin: { constant: "3", codes: "origin.csv" },"#), 7, 21,
        "columns.origin.constant"
      ),
      (Mappings.text(key: #"["village", "patch"]"#), 1, 49, "key"),
      (Mappings.text(#"town: { column: "A", obsolete: "old.csv" },"#), 7, 22, "columns.town"),
    ]
    for (text, line, column, path) in cases {
      let error = failure(text)
      #expect(error?.file == "m.json5")
      #expect(error?.position == TextPosition(line: line, column: column), "\(text)")
      #expect(error?.path == path, "\(text)")
    }
  }

  @Test func aMisspeltFieldIsGuessed() {
    let error = failure(Mappings.text(#"canopyDensty: { column: "A", unit: "fraction" },"#))
    guard case .unknownKey("canopyDensty", let suggestion, _) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(suggestion == "canopyDensity")
  }

  @Test func requiredFieldsAndTheKeyAreAskedFor() {
    let text = Mappings.text()
    let noSpecies = text.replacing(
      #"species: { column: "YOU_SHI_SZ", codes: "species.csv" },"#, with: "")
    #expect(failure(noSpecies)?.problem == .missingKey("species"))
    let noKey = text.replacing(#" key: ["village", "subcompartment"],"#, with: "")
    #expect(failure(noKey)?.problem == .missingKey("key"))
    let noUnit = text.replacing(#", unit: "hectare""#, with: "")
    guard case .missingKey("unit", _) = failure(noUnit)?.problem else {
      Issue.record("area without unit")
      return
    }
  }

  @Test func replacedPlaceCodesKeepTheirLength() throws {
    let village = #"village: { column: "CUN", obsolete: "old.csv" }"#
    let text = Mappings.text().replacing(#"village: "CUN""#, with: village)
    #expect(try Mappings.read(text)["village"]?.obsolete?["441421"]?.meaning == "441403")
    let bad = failure(text.replacing("old.csv", with: "bad-old.csv"))
    #expect(bad?.path == "columns.village.obsolete")
  }

  @Test func theListsOfAMappingAreFoundBeforeItIsRead() throws {
    let village = #"village: { column: "CUN", obsolete: "old.csv" }"#
    let text = Mappings.text(#"secondSpecies: { column: "B", codes: "species.csv" },"#)
      .replacing(#"village: "CUN""#, with: village)
    let root = try JSON5.parse(Array(text.utf8), file: "m")
    #expect(
      MappingFile.codeListPaths(in: root) == ["old.csv", "land.csv", "species.csv"])
  }

  /// The text decides whether a stage has to run again: whatever changes the reading changes it.
  @Test func everyChangeShowsInTheCanonicalText() throws {
    let base = try Mappings.inventory(
      #"age: "A", secondSpecies: { column: "B", codes: "species.csv" },"#)
    var texts = [base.canonicalText]
    func add(_ change: (inout MappingFile) -> Void) {
      var mapping = base
      change(&mapping)
      texts.append(mapping.canonicalText)
    }
    func column(_ field: String, _ change: @escaping (inout ColumnMapping) -> Void) {
      add { mapping in
        for index in mapping.columns.indices where mapping.columns[index].field == field {
          change(&mapping.columns[index])
        }
      }
    }
    add { $0.areaBasis = .geometric }
    add { $0.key = ["village"] }
    column("age") { $0.names = ["B"] }
    column("age") { $0.zeroIsMissing = true }
    column("age") { $0.isOptional = true }
    column("area") { $0.areaUnit = .mu }
    column("volume") { $0.volumeUnit = .cubicMetresPerMu }
    column("species") { $0.codes = Mappings.lists["origin.csv"] }
    column("village") { $0.obsolete = Mappings.lists["old.csv"] }
    #expect(Set(texts).count == texts.count)
  }
}
