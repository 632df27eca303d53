import Inventory
import Mapping
import Quality
import Testing

/// Codes: wrong lists, unknown ones, places.
@Suite struct CodeRuleTests {
  @Test func aSoundRowSaysNothing() throws {
    let batch = try Batch([Stand(), Stand()])
    #expect(batch.report.findings.isEmpty)
    #expect(batch.report.stops.isEmpty)
    #expect(batch.report.isQuarantined == [false, false])
  }

  @Test func anUnknownSpeciesStopsTheRun() throws {
    let batch = try Batch.of { $0.species = "999" }
    #expect(batch.report.stops.map(\.rule) == ["unknown-species-code"])
    #expect(batch.report.stops[0].value == "999")
    #expect(batch.report.stops[0].field == "YOU_SHI_SZ")
    #expect(batch.report.stops[0].source == 3)
    #expect(batch.report.isQuarantined == [true])
  }

  @Test func anUnknownSecondSpeciesStopsToo() throws {
    let batch = try Batch.of { $0.secondSpecies = "998" }
    #expect(batch.report.stops.map(\.field) == ["BSSZ"])
  }

  @Test func policiesDecideWhatBecomesOfTheRow() throws {
    func with(_ policy: RulePolicy) throws -> RowReport {
      try Batch.of(policies: ["unknown-species-code": policy]) { $0.species = "999" }.report
    }
    #expect(try with(.ignore).findings.isEmpty)
    #expect(try with(.ignore).isQuarantined == [false])
    #expect(try with(.warn).findings.map(\.action) == [.accepted])
    #expect(try with(.warn).isQuarantined == [false])
    #expect(try with(.quarantine).findings.map(\.action) == [.quarantined])
    #expect(try with(.quarantine).isQuarantined == [true])
    #expect(try with(.stop).findings.isEmpty)
    #expect(try with(.stop).stops.count == 1)
  }

  /// Blanks are stored as one space; whoever reads the file removes it, and an empty text is blank.
  @Test func aBlankSpeciesIsNotAnUnknownOne() throws {
    let batch = try Batch.of {
      $0.species = ""
      $0.volume = .nan
      $0.age = .nan
    }
    #expect(batch.rules == ["forest-without-species"])
    #expect(batch.report.stops.isEmpty)
  }

  @Test func aFineCodeIsBroughtToItsMainCodeWhereTheListNamesIt() throws {
    let batch = try Batch.of { $0.species = "490400" }
    #expect(batch.rules == ["species-main-code"])
    #expect(batch.report.findings[0].action == .repaired)
    #expect(batch.report.findings[0].detail == "as 490000")
    #expect(Lists.table[batch.rows.subcompartments.species[0]].group == "硬阔类")
  }

  @Test func aMainCodeInSixDigitsIsFoundInThree() throws {
    let batch = try Batch.of {
      $0.species = "220000"
      $0.secondSpecies = "550000"
    }
    #expect(batch.rules == ["species-main-code", "species-main-code"])
    #expect(Lists.table[batch.rows.subcompartments.species[0]].name == "马尾松")
    #expect(Lists.table[batch.rows.subcompartments.secondSpecies[0]].name == "桉树")
  }

  /// `220400` begins like 马尾松, but no entry says that 220 divides: digits alone prove nothing.
  @Test func headsOfThreeDigitsAreNotTrusted() throws {
    for code in ["220400", "495000", "2200", "22000a", "0220000"] {
      let batch = try Batch.of { $0.species = code }
      #expect(batch.report.stops.map(\.value) == [code])
    }
  }

  @Test func withoutRepairAFineCodeStaysUnknown() throws {
    let batch = try Batch.of(policies: ["species-main-code": .warn]) { $0.species = "490400" }
    #expect(batch.rules == ["species-main-code"])
    #expect(batch.report.stops.map(\.rule) == ["unknown-species-code"])
    #expect(batch.rows.subcompartments.species == [SpeciesTable.none])
  }

  @Test func aBlankOrUnknownLandClassIsSetAside() throws {
    for code in ["", "9999", "1113"] {
      let batch = try Batch.of { $0.landClass = code }
      #expect(batch.rules.contains("unknown-land-class-code"))
      #expect(batch.report.isQuarantined == [true])
    }
  }

  @Test func attributesThatAreNotListedAreNoted() throws {
    let batch = try Batch.of {
      $0.origin = "77"
      $0.forestClass = "099"
      $0.ageGroup = "9"
      $0.forestCategory = "999"
      $0.landOwnership = "99"
    }
    #expect(
      batch.report.findings.map(\.field)
        == ["QI_YUAN", "SEN_LIN_LB", "LING_ZU", "LIN_ZHONG", "LD_QS"])
    #expect(Set(batch.rules) == ["unknown-attribute-code"])
    #expect(batch.report.isQuarantined == [false])
    let blank = try Batch.of {
      $0.origin = ""
      $0.forestClass = ""
    }
    #expect(blank.report.findings.isEmpty)
  }

  @Test func aVillageThatCannotBeCompletedIsSetAside() throws {
    // 老隆镇村 is twelve bytes long and still no code.
    for village in ["", "4416221", "老隆镇村", "44162210420X"] {
      let batch = try Batch.of { $0.village = village }
      #expect(batch.rules == ["missing-village"])
      #expect(batch.report.isQuarantined == [true])
    }
  }

  @Test func lostLeadingZerosAreFilledUpAndShown() throws {
    let batch = try Batch([
      Stand(town: "441622104", village: "12"), Stand(town: "4", village: "201"),
      Stand(town: "104", village: "201"),
    ])
    #expect(batch.rows.villageCode[0] == "441622104012")
    #expect(batch.rows.villageCode[1] == "441622004201")
    #expect(batch.rows.villageCode[2] == "441622104201")
    #expect(batch.rules == ["short-village-code", "short-village-code"])
    #expect(batch.report.findings.map(\.sourceRow) == [0, 1])
    #expect(batch.report.findings.allSatisfy { $0.severity == .information })
  }

  @Test func replacedPlaceCodesAreBroughtToTheCodeInForce() throws {
    let mapping = Lists.mapping { $0.change("village") { $0.obsolete = Lists.obsolete } }
    let stands = [
      Stand(village: "441421101201"), Stand(village: "441421105201"),
      Stand(village: "441421105203"), Stand(village: "441622104201"),
    ]
    let batch = try Batch(stands, mapping)
    #expect(
      (0..<4).map { batch.rows.villageCode[$0] }
        == ["441403101201", "441403106201", "441403107203", "441622104201"])
    #expect(batch.rows.subcompartments.key[0] == "441403101201/0001/0001")
    #expect(batch.rows.subcompartments.key[2] == "441403107203/0001/0001")
    #expect(batch.rows.subcompartments.key[3] == "441622104201/0001/0001")
    #expect(batch.rules == Array(repeating: "obsolete-place-code", count: 3))
    #expect(batch.report.findings[0].value == "441421101201")
    let left = try Batch(stands, mapping, policies: ["obsolete-place-code": .warn])
    #expect(left.rows.villageCode[0] == "441421101201")
    #expect(left.rows.subcompartments.key[0] == "441421101201/0001/0001")
  }

  /// The village may stand anywhere in the key.
  @Test func onlyTheVillagePartOfAKeyIsReplaced() throws {
    let mapping = Lists.mapping {
      $0.change("village") { $0.obsolete = Lists.obsolete }
      $0.key = ["compartment", "village", "subcompartment"]
    }
    let stand = Stand(village: "441421101201", compartment: "441421101201")
    let batch = try Batch([stand], mapping)
    #expect(batch.rows.subcompartments.key[0] == "441421101201/441403101201/0001")
  }

  @Test func findingsNameTheColumnThatTheFileHas() throws {
    let mapping = Lists.mapping { $0.change("age") { $0.names = ["PINGJUN_NL", "NIAN_LIN"] } }
    let names = mapping.columns.map { $0.field == "age" ? "nian_lin" : $0.names[0] }
    let binding = try ColumnBinding(mapping, available: names)
    var rows = try Batch.map([Stand(age: 400)], Lists.mapping())
    var report = RowReport(source: 0, rows: [7], binding: binding, survey: nil)
    RuleCatalog().check(&rows, &report)
    #expect(report.findings.map(\.field) == ["nian_lin"])
    #expect(report.findings.map(\.sourceRow) == [7])
  }
}
