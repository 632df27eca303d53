import Inventory
import Mapping
import Quality
import Testing

/// Faults of a file that show when it is opened.
@Suite struct FileFactsTests {
  private func found(
    _ facts: FileFacts, _ policies: [String: RulePolicy] = [:],
    _ change: (inout Stand) -> Void = { _ in }
  ) throws -> SurveyFindings {
    var stand = Stand()
    change(&stand)
    var tally = SurveyTally()
    tally.add(try Batch.map([stand, stand, stand]))
    return facts.findings(
      tally, source: 1, mapping: Lists.mapping(), catalog: RuleCatalog(policies: policies))
  }

  @Test func aFileThatSaysAllAndRightGivesNoFinding() throws {
    var facts = FileFacts()
    facts.middle = (115.3, 24.1)
    #expect(try found(facts) == SurveyFindings())
  }

  @Test func whatWasAssumedOrOverruledIsSaid() throws {
    var facts = FileFacts()
    facts.assumedSystem = "EPSG:4526"
    facts.wrongClaims = [".cpg UTF-8"]
    facts.encoding = "GB18030"
    facts.cutNames = ["林地使"]
    let all = try found(facts)
    #expect(all.findings.map(\.rule) == ["assumed-datum", "encoding-claim", "cut-column-name"])
    #expect(all.findings.map(\.value) == ["EPSG:4526", ".cpg UTF-8", "林地使"])
    #expect(all.findings.allSatisfy { $0.source == 1 && $0.sourceRow == -1 })
    let strict = try found(facts, ["assumed-datum": .stop, "encoding-claim": .ignore])
    #expect(strict.stops.map(\.rule) == ["assumed-datum"])
    #expect(strict.findings.map(\.rule) == ["cut-column-name"])
  }

  /// `SHAPE_Area` of a layer in degrees is in square degrees (data.md §4).
  @Test func areasInSquareDegreesStop() throws {
    var facts = FileFacts()
    facts.mapAreas = [FileFacts.MapArea(meaning: "square degrees", ratio: 8.86e-7)]
    let stopped = try found(facts) { $0.area = 10 * 8.8e-7 }
    #expect(stopped.stops.map(\.rule) == ["map-unit-area"])
    #expect(stopped.stops[0].value == "square degrees")
    #expect(stopped.stops[0].field == "MIAN_JI")
    #expect(try found(facts).stops.isEmpty)
    // Square metres read as such go down to 1e-10.
    facts.mapAreas[0].ratio = 8.86e-11
    #expect(try found(facts) { $0.area = 10 * 8.86e-11 }.stops.count == 1)
  }

  @Test func aPlaceOutsideTheProvinceOfItsCodesIsNoticed() throws {
    var facts = FileFacts()
    // 明溪 read with the meridian 114 instead of 117.
    facts.middle = (114.2, 26.4)
    let fujian = try found(facts) {
      ($0.county, $0.town, $0.village) = ("", "", "350421104201")
    }
    #expect(fujian.findings.map(\.rule) == ["place-against-codes"])
    #expect(fujian.findings[0].value == "114.2, 26.4")
    facts.middle = (117.2, 26.4)
    #expect(
      try found(facts) { ($0.county, $0.town, $0.village) = ("", "", "350421104201") }
        .findings.isEmpty)
    // Provinces that the table does not know are not judged.
    #expect(
      try found(facts) { ($0.county, $0.town, $0.village) = ("", "", "620702104201") }
        .findings.isEmpty)
  }
}
