import Inventory
import Mapping
import Quality
import Testing

/// Faults of a whole file, which no row shows by itself.
@Suite struct SurveyTallyTests {
  /// A file of `count` sound rows that differ from one another, changed row by row.
  private func tally(
    _ count: Int = 200, _ mapping: MappingFile = Lists.mapping(),
    _ change: (Int, inout Stand) -> Void = { _, _ in }
  ) throws -> SurveyTally {
    var tally = SurveyTally()
    tally.add(try Batch.map(stands(count, change), mapping))
    return tally
  }

  private func stands(_ count: Int, _ change: (Int, inout Stand) -> Void) -> [Stand] {
    (0..<count).map { row in
      let step = Double(row % 7)
      var stand = Stand(
        subcompartment: "\(row)", area: 5 + step, polygon: 5 + step, volume: 80 + step,
        age: 18 + step, canopyDensity: 0.6 + step / 100, diameter: 12 + step, height: 10 + step)
      stand.totalVolume = (stand.volume * stand.area).rounded()
      change(row, &stand)
      return stand
    }
  }

  private func rules(_ tally: SurveyTally, _ policies: [String: RulePolicy] = [:]) -> [String] {
    tally.findings(
      source: 2, mapping: Lists.mapping(), catalog: RuleCatalog(policies: policies)
    ).findings.map(\.rule)
  }

  @Test func aSoundFileSaysNothing() throws {
    #expect(try rules(tally()).isEmpty)
    #expect(rules(SurveyTally()).isEmpty)
  }

  @Test(
    arguments: [
      (15.0, "15"), (1 / 15, "1/15"), (10_000, "10000"), (1 / 10_000, "1/10000"),
    ] as [(Double, String)])
  func theUnitOfAWholeFileShowsInTheMedian(factor: Double, text: String) throws {
    let wrong = try tally { row, stand in
      // A third of the rows is anything at all, and ratios scatter by 2 %.
      stand.area *= row % 3 == 0 ? 1 : factor * (1 + Double(row % 5 - 2) / 100)
      stand.totalVolume = .nan
    }
    let found = wrong.findings(source: 2, mapping: Lists.mapping(), catalog: RuleCatalog())
    #expect(found.findings.map(\.rule) == ["file-area-unit"])
    #expect(found.findings[0].value == text)
    #expect(found.findings[0].sourceRow == -1)
    #expect(found.findings[0].source == 2)
    #expect(found.findings[0].field == "MIAN_JI")
    let few = try tally { row, stand in
      if row % 3 == 0 { stand.area *= factor }
      stand.totalVolume = .nan
    }
    #expect(rules(few).isEmpty)
  }

  /// 杉木类 is 120 in Guangxi and 云杉 in the national list.
  @Test func spruceInTheSouthIsTheWrongList() throws {
    func found(_ province: String, every: Int) throws -> [Finding] {
      try tally { row, stand in
        stand.village = province + "1622104201"
        if row % every == 0 { stand.species = "120" }
      }.findings(source: 0, mapping: Lists.mapping(), catalog: RuleCatalog()).findings
    }
    for province in ["35", "44", "45"] {
      let findings = try found(province, every: 2)
      #expect(findings.map(\.rule) == ["implausible-species"])
      #expect(findings[0].detail == "120 云杉")
      #expect(findings[0].field == "YOU_SHI_SZ")
    }
    // One row in 200 is half a per cent; and 云杉 stands where it stands.
    #expect(try found("44", every: 200).isEmpty)
    #expect(try found("51", every: 2).isEmpty)
  }

  @Test func aCopiedColumnIsSeen() throws {
    let copied = try tally { row, stand in
      stand.totalVolume = row % 20 == 0 ? stand.totalVolume : stand.volume.rounded()
    }
    #expect(rules(copied) == ["copied-field"])
    let half = try tally { row, stand in
      if row % 2 == 0 { stand.totalVolume = stand.volume }
    }
    #expect(rules(half).isEmpty)
    // On one hectare the two are equal by right.
    let hectares = try tally { row, stand in
      (stand.area, stand.polygon) = (1, 1)
      stand.totalVolume = stand.volume
    }
    #expect(rules(hectares) == ["constant-field"])
  }

  @Test func oneValueThroughoutIsSeen() throws {
    let filled = try tally { _, stand in stand.age = 25 }
    #expect(rules(filled) == ["constant-field"])
    // Too few rows to tell, and rows without a value do not count.
    #expect(try rules(tally(99) { _, stand in stand.age = 25 }).isEmpty)
    let blanks = try tally { row, stand in
      stand.height = row < 99 ? 10 : row % 2 == 0 ? 0 : .nan
    }
    #expect(rules(blanks).isEmpty)
  }

  @Test func aSurveyWithoutAgesIsSeen() throws {
    #expect(try rules(tally { row, stand in stand.age = 0 }) == ["missing-ages"])
    #expect(try rules(tally { row, stand in if row % 2 == 0 { stand.age = 0 } }).isEmpty)
  }

  @Test func repeatedKeysAndLocalCodesAreCounted() throws {
    var tally = try tally { _, stand in stand.village = "201" }
    #expect(rules(tally) == ["local-village-codes"])
    tally.addDuplicateKeys(2)
    #expect(rules(tally) == ["local-village-codes"])
    tally.addDuplicateKeys(1)
    #expect(rules(tally) == ["key-not-unique", "local-village-codes"])
  }

  @Test func theTallyOfPartsIsTheTallyOfTheWhole() throws {
    let all = stands(500) { row, stand in
      if row % 3 == 0 { stand.species = "120" }
      if row > 300 { stand.area *= 15 }
      if row % 2 == 0 { stand.age = 0 }
      stand.canopyDensity = 0.7
      // Sums of eighths are exact, so the order of adding cannot show.
      stand.polygon = Double(row % 40 + 1) / 8
    }
    var whole = SurveyTally()
    whole.add(try Batch.map(all))
    for size in [1, 7, 100, 499] {
      var parts = SurveyTally()
      for start in stride(from: 0, to: all.count, by: size) {
        var part = SurveyTally()
        part.add(try Batch.map(Array(all[start..<min(start + size, all.count)])))
        parts.merge(part)
      }
      #expect(parts == whole)
    }
    var withEmpty = SurveyTally()
    withEmpty.merge(whole)
    withEmpty.merge(SurveyTally())
    #expect(withEmpty == whole)
  }

  @Test func policiesHoldForFilesToo() throws {
    let filled = try tally { _, stand in stand.age = 25 }
    func found(_ policy: RulePolicy) -> SurveyFindings {
      filled.findings(
        source: 0, mapping: Lists.mapping(),
        catalog: RuleCatalog(policies: ["constant-field": policy]))
    }
    #expect(found(.ignore) == SurveyFindings())
    #expect(found(.warn).findings.map(\.severity) == [.warning])
    #expect(found(.stop).stops.map(\.rule) == ["constant-field"])
    #expect(found(.stop).findings.isEmpty)
    // A file cannot be set aside: whoever asks for it wants no result from it.
    #expect(found(.quarantine).stops.map(\.rule) == ["constant-field"])
  }

  @Test func surveysThatDoNotMeetAreSeen() {
    func keys(_ range: Range<Int>, _ prefix: String = "441622104201/0001/") -> KeyIndex {
      KeyIndex(TextColumn(range.map { prefix + String($0) }))
    }
    func found(_ earlier: KeyIndex, _ later: KeyIndex) -> [Finding] {
      SurveyMatching.findings(
        earlier: earlier, earlierSurvey: 2014, later: later, laterSurvey: 2023, source: 5,
        catalog: RuleCatalog()
      ).findings
    }
    #expect(found(keys(0..<100), keys(50..<150)).isEmpty)
    let apart = found(keys(0..<100), keys(51..<151))
    #expect(apart.map(\.rule) == ["surveys-do-not-match"])
    #expect(apart[0].value == "49.0 %")
    #expect(apart[0].source == 5)
    #expect(apart[0].detail.contains("441622104201/0001/0 and 441622104201/0001/51"))
    // A part of the county surveyed again: all of the smaller one is found.
    #expect(found(keys(0..<1000), keys(0..<10)).isEmpty)
    #expect(found(keys(0..<10, "441421"), keys(0..<10, "441403")).count == 1)
    #expect(found(KeyIndex(), keys(0..<10)).isEmpty)
  }
}
