import Inventory
import Mapping
import Quality
import Testing

/// Places and numbers: codes in all their notations, and keys that name nothing.
@Suite struct PlaceRuleTests {
  @Test func aVillageInAnotherCountyThanItsColumnSaysIsNoted() throws {
    let county = try Batch.of { $0.county = "441623" }
    #expect(county.rules == ["place-codes-disagree"])
    #expect(county.report.findings[0].value == "441622104201")
    #expect(county.report.findings[0].detail == "441623 441622104")
    #expect(county.report.findings[0].action == .accepted)
    #expect(try Batch.of { $0.town = "441622105" }.rules == ["place-codes-disagree"])
    #expect(try Batch.of { $0.town = "105" }.rules == ["place-codes-disagree"])
    // Names, blanks and other notations of the same place say nothing.
    for (county, town) in [
      ("龙川县", "老隆镇"), ("", ""), ("441622", "104"), ("441622000000", "441622104000"),
    ] {
      #expect(try Batch.of { ($0.county, $0.town) = (county, town) }.rules.isEmpty)
    }
  }

  @Test func aRenamedCountyUnderItsOldCodeIsNoContradiction() throws {
    let mapping = Lists.mapping { $0.change("village") { $0.obsolete = Lists.obsolete } }
    let old = try Batch.of(mapping) {
      ($0.county, $0.town, $0.village) = ("441421", "441421104", "441403104201")
    }
    #expect(old.rules.isEmpty)
    let replaced = try Batch.of(mapping) {
      ($0.county, $0.town, $0.village) = ("441403", "", "441421104201")
    }
    #expect(replaced.rules == ["obsolete-place-code"])
    #expect(replaced.rows.villageCode[0] == "441403104201")
  }

  @Test func aBlankNumberIsNoKey() throws {
    let batch = try Batch.of { $0.subcompartment = "" }
    #expect(batch.rules == ["missing-number"])
    #expect(batch.report.isQuarantined == [true])
    // Where the key does without the number, so does the rule.
    let mapping = Lists.mapping { $0.key = ["village", "compartment"] }
    #expect(try Batch.of(mapping) { $0.subcompartment = "" }.rules.isEmpty)
  }

  /// Spreadsheets drop leading zeros: `0161` becomes `161`.
  @Test func landClassesGetTheirZerosBackByTheList() throws {
    let batch = try Batch.of {
      $0.landClass = "161"
      ($0.volume, $0.age) = (.nan, .nan)
    }
    #expect(batch.rules == ["land-class-zero"])
    #expect(batch.report.findings[0].action == .repaired)
    #expect(batch.report.findings[0].detail == "as 0161 采伐迹地")
    #expect(batch.rows.subcompartments.landClass == [.cutover])
    // Not without the list, not against it, and not where two entries would do.
    #expect(try Batch.of { $0.landClass = "61" }.rules.contains("unknown-land-class-code"))
    let both = Lists.mapping {
      $0.change("landClass") {
        $0.codes = Lists.list(
          "both",
          [("0161", "a", "cutover"), ("00161", "b", "burned"), ("0111", "c", "arbor-forest")]
        )
      }
    }
    #expect(try Batch.of(both) { $0.landClass = "161" }.rules == ["unknown-land-class-code"])
    let listed = Lists.mapping {
      $0.change("landClass") {
        $0.codes = Lists.list("listed", [("111", "混", "mangrove"), ("0111", "纯", "arbor-forest")])
      }
    }
    #expect(
      try Batch.of(listed) { $0.landClass = "111" }.rows.subcompartments.landClass == [.mangrove])
    let warned = try Batch.of(policies: ["land-class-zero": .warn]) { $0.landClass = "161" }
    #expect(warned.rules == ["land-class-zero", "unknown-land-class-code"])
  }

  @Test func forestHasASpecies() throws {
    for land in ["0111", "0113"] {
      let batch = try Batch.of {
        ($0.landClass, $0.species) = (land, "")
        ($0.volume, $0.age) = (0, 0)
      }
      #expect(batch.rules == ["forest-without-species"])
    }
    #expect(
      try Batch.of {
        ($0.landClass, $0.species) = ("0173", "")
        ($0.volume, $0.age) = (0, 0)
      }.rules.isEmpty)
  }

  @Test(arguments: ["0161", "0162", "0173", "0220"])
  func landWithoutAStandHasNoAge(code: String) throws {
    let batch = try Batch.of { ($0.landClass, $0.volume) = (code, 0) }
    #expect(batch.rules == ["age-on-unstocked-land"])
    // Nursery stock has an age.
    #expect(try Batch.of { ($0.landClass, $0.volume) = ("0150", 0) }.rules.isEmpty)
  }

  /// National 290 is 其它松, Guangxi's is 速生桉: the wrong list makes natural eucalypt forest.
  @Test func eucalyptsDoNotComeUpByThemselves() throws {
    let natural = try Batch.of { ($0.species, $0.origin) = ("550", "11") }
    #expect(natural.rules == ["planted-species-origin"])
    #expect(natural.report.findings[0].detail == "550 桉树")
    #expect(try Batch.of { ($0.species, $0.origin) = ("550", "21") }.rules.isEmpty)
    #expect(try Batch.of { ($0.species, $0.origin) = ("220", "11") }.rules.isEmpty)
  }

  @Test func aCellOfAMillionCharactersDoesNotFloodAFinding() throws {
    let batch = try Batch.of { $0.landClass = String(repeating: "地", count: 1_000_000) }
    let value = batch.report.findings[0].value
    #expect(value.count == Finding.longestValue && value.hasSuffix("地…"))
  }
}
