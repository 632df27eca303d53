import Inventory
import Mapping
import Quality
import Testing

/// Figures beyond anything that stands, and areas of whole files in the wrong unit.
@Suite struct ImpossibleRuleTests {
  @Test func whatNoStandHasIsSetAside() throws {
    let cases: [(inout Stand) -> Void] = [
      { $0.volume = 99_999 }, { $0.age = 1990 }, { $0.height = 160 }, { $0.diameter = 1400 },
    ]
    for change in cases {
      let batch = try Batch.of { change(&$0) }
      #expect(batch.rules.contains("impossible-stand"))
      #expect(batch.report.isQuarantined == [true])
      let noted = try Batch.of(policies: ["impossible-stand": .warn]) { change(&$0) }
      #expect(noted.report.isQuarantined == [false])
    }
    // Hardly credible is not impossible.
    #expect(try Batch.of { $0.volume = 900 }.rules == ["implausible-volume"])
    #expect(try Batch.of { $0.totalVolume = -5 }.report.isQuarantined == [true])
    #expect(try Batch.of { $0.diameter = .infinity }.report.isQuarantined == [true])
  }

  @Test func anAreaOfThousandsWithoutItsPolygonIsSetAside() throws {
    let huge = try Batch.of {
      $0.area = 22_500
      $0.polygon = .nan
    }
    #expect(huge.rules == ["implausible-area"] && huge.report.isQuarantined == [true])
    let drawn = try Batch.of {
      $0.area = 4000
      $0.polygon = 3990
    }
    #expect(drawn.rules.isEmpty)
  }

  /// Areas in 亩 make the total a fifteenth; volume per 亩 would be the wrong cure.
  @Test func theFindingNamesTheRightCure() throws {
    func detail(_ change: (inout Stand) -> Void) throws -> String {
      try Batch.of { change(&$0) }.report.findings.first { $0.rule == "volume-per-mu" }?.detail
        ?? ""
    }
    let areaInMu = try detail {
      $0.area = 150
      $0.polygon = .nan
      $0.totalVolume = 1000
    }
    #expect(areaInMu.contains("area in 亩") && !areaInMu.contains("per 亩"))
    let confirmed = try detail { $0.totalVolume = 1000.0 / 15 }
    #expect(confirmed.contains("polygon confirms"))
    let perMu = try detail {
      $0.volume = 6
      $0.totalVolume = 900
    }
    #expect(perMu.contains("per 亩"))
  }

  private func findings(_ change: (Int, inout Stand) -> Void) throws -> SurveyFindings {
    let stands = (0..<120).map { row in
      var stand = Stand(subcompartment: "\(row)", area: 3 + Double(row % 7), polygon: .nan)
      stand.totalVolume = (stand.volume * stand.area).rounded()
      change(row, &stand)
      return stand
    }
    var tally = SurveyTally()
    tally.add(try Batch.map(stands))
    return tally.findings(
      source: 0, mapping: Lists.mapping(),
      catalog: RuleCatalog(policies: ["constant-field": .ignore]))
  }

  @Test func areasOfATableAreJudgedByTotalsAndBySize() throws {
    #expect(try findings { _, _ in }.stops.isEmpty)
    for (factor, word) in [(15.0, "亩"), (10_000, "square metres")] {
      let found = try findings { _, stand in stand.area *= factor }
      #expect(found.stops.map(\.rule) == ["areas-not-hectares"])
      #expect(found.stops.first?.detail.contains(word) == true)
      let bare = try findings { _, stand in
        stand.area *= factor
        stand.totalVolume = .nan
      }
      #expect(bare.stops.map(\.rule) == [factor > 100 ? "areas-not-hectares" : "large-areas"])
    }
    // With polygons the rows are mended by them.
    let drawn = try findings { _, stand in
      stand.polygon = stand.area
      stand.area *= 15
    }
    #expect(drawn.stops.isEmpty && drawn.findings.map(\.rule).contains("file-area-unit"))
  }

  @Test func speciesThatNoCountyHasSoMuchOfAreNoticed() throws {
    let list = Lists.list("species", [("310", "速生相思类", "相思"), ("220", "栎类", "栎类")])
    let mapping = Lists.mapping { $0.change("species") { $0.codes = list } }
    let table = try Batch.map(
      (0..<120).map { Stand(subcompartment: "\($0)", species: $0 % 3 == 0 ? "220" : "310") },
      mapping)
    var rows = table
    for row in 0..<rows.count { rows.subcompartments.species[row] = row % 3 == 0 ? 1 : 2 }
    var tally = SurveyTally()
    tally.add(rows)
    let found = tally.findings(source: 0, mapping: mapping, catalog: RuleCatalog())
    #expect(
      found.findings.contains { $0.rule == "implausible-species" && $0.detail.contains("相思") })
  }

  @Test func landClassesInAnotherNotationAreNamed() throws {
    let found = try findings { _, stand in stand.landClass = "1110" }
    #expect(found.stops.map(\.rule) == ["code-notation"])
    #expect(found.stops.first?.detail.contains("0111 乔木林") == true)
    #expect(try findings { _, stand in stand.landClass = "9999" }.stops.isEmpty)
  }
}
