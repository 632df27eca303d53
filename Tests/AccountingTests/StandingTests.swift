import Accounting
import Inventory
import Testing

/// A result is no better than the weakest fact behind it, and one place decides what that is.
@Suite struct StandingTests {
  static let document =
    #"document: { title: "t", number: "n", issuer: "i", issued: "2022-04-06" },"#

  /// A file that is official in every part.
  static func official(_ more: String = "", stock: String = Parameters.stock()) -> String {
    Parameters.file(
      family: "whole-natural-growth", stock: stock, benchmark: "", status: "official",
      shortName: "TEST", more: document + more
    ).replacing(#"standing: "recalled", confidence: "med""#, with: #"standing: "official""#)
      .replacing(#"{ group: "红豆杉", use: "杉木", reason: "test" }"#, with: "")
  }

  @Test func aFileOfficialInEveryPartMayBeFiled() throws {
    let check = FilingCheck(try Parameters.read(Self.official()))
    #expect(check.mayBeFiled)
    #expect(check.weakest == .official)
    #expect(check.notice.isEmpty)
    #expect(check.missing.isEmpty)
  }

  @Test(arguments: [
    // A default group serves on nobody's word.
    (#""#, #"defaultGroup: "杉木","#, MethodFact.Kind.standIn),
    (
      #"prices: { unit: "CNY/t", low: 1, mid: 2, high: 3, standing: "surrogate", source: "x" },"#,
      "", .price
    ),
    (
      #"eligibility: [{ rule: "clear-title", clause: "c", standing: "surrogate", source: "x" }],"#,
      "", .eligibility
    ),
    (
      #"""
      eligibility: [{ rule: "any-of", clause: "c", standing: "official", source: "x", of: [
        { rule: "origin", values: ["natural"], standing: "surrogate", source: "y" } ] }],
      """#, "", .eligibility
    ),
    (#"choices: { floor: { standing: "surrogate", source: "x" } },"#, "", .choice),
    (#"choices: { areaTolerance: { standing: "user", source: "x" } },"#, "", .choice),
    (#"sharing: { cap: 0.1, standing: "sourced", source: "x" },"#, "", .sharing),
    (
      #"plausibility: { unit: "tCO2e/ha/yr", low: 1, high: 9, standing: "derived", source: "x" },"#,
      "",
      .plausibility
    ),
  ])
  func oneFactIsEnough(more: String, stock: String, kind: MethodFact.Kind) throws {
    let parameters = try Parameters.read(
      Self.official(more, stock: Parameters.stock(more: stock)))
    let check = FilingCheck(parameters)
    #expect(!check.mayBeFiled)
    #expect(check.notice == FilingCheck.notice)
    #expect(check.missing.count == 1)
    #expect(check.missing.first?.contains(kind.chineseName) == true)
    #expect(parameters.mayBeFiled == check.mayBeFiled)
    #expect(parameters.weakestStanding == check.weakest)
  }

  @Test func choicesThatAFileDoesNotAccountForAreStandInsUnlessTheFileIsOfficial() throws {
    let silent = try Parameters.read(Parameters.file(status: "sourced"))
    for choice in silent.choicesMade {
      #expect(silent.provenance(of: choice).standing == .surrogate)
    }
    let official = try Parameters.read(Self.official())
    #expect(official.choicesMade.count == 7)
    for choice in official.choicesMade {
      #expect(official.provenance(of: choice).standing == .official)
      #expect(official.provenance(of: choice).source.contains("t n"))
    }
    let given = try Parameters.read(
      Parameters.file(more: #"choices: { floor: { standing: "sourced", source: "x" } },"#))
    #expect(given.provenance(of: .floor) == Provenance(.sourced, source: "x"))
  }

  @Test func aRowIsNoBetterThanTheModelOfItsGrowth() throws {
    let method = try Parameters.method(Self.official())
    for (rung, standing) in [
      (EvidenceRung.twoSurveys, Standing.official), (.previousFields, .official),
      (.fittedCurve, .derived), (.publishedCurve, .surrogate), (.flatRate, .surrogate),
    ] {
      let pair = try Survey.pair([Stand(volume: 80)], [Stand()], evidence: [rung])
      #expect(method.credits(of: pair).standing == [standing])
      #expect(method.derivation(of: pair, row: 0).standing == standing)
    }
  }

  @Test func aMadeUpFlatRateAndACurveOfAnotherPlaceStandAsTheyAre() throws {
    var settings = GrowthSettings()
    settings.rungs = [.publishedCurve, .flatRate]
    settings.years = 5
    settings.publishedCurves = PublishedCurve.demonstration
    settings.flatRate = FlatRate(rate: 0.3, provenance: Provenance(.surrogate, source: "made up"))
    let columns = Survey.columns([Stand(species: "马尾松"), Stand(species: "杉木")])
    let found = try GrowthLadder(settings: settings, species: Survey.species).climb(second: columns)
    #expect(found.evidence == [.publishedCurve, .flatRate])
    #expect(found.standing == [.sourced, .surrogate])
    let pair = try found.pair(with: columns, species: Survey.species)
    let method = try Parameters.method(Self.official())
    #expect(method.credits(of: pair).standing == [.sourced, .surrogate])
    #expect(method.parameters.mayBeFiled)
    let check = FilingCheck(method.parameters, growth: settings.facts(rungs: [.flatRate]))
    #expect(!check.mayBeFiled)
    #expect(check.weakest == .surrogate)
    #expect(check.missing == ["增长依据须改用两期调查（现为替代值 1）：统一生长率"])
    #expect(FilingCheck(method.parameters, growth: settings.facts(rungs: [.twoSurveys])).mayBeFiled)
  }
}
