import Accounting
import Configuration
import Inventory
import Testing

/// Files that must not be believed, and where they say so.
@Suite struct RefusalTests {
  private func error(_ text: String) throws -> ConfigurationError {
    try #require(throws: ConfigurationError.self) { try Parameters.read(text) }
  }

  private func swapped(_ old: String, _ new: String, in text: String = Parameters.file())
    throws -> ConfigurationError
  {
    try #require(text.contains(old))
    var changed = text
    if let range = changed.firstRange(of: old) { changed.replaceSubrange(range, with: new) }
    return try error(changed)
  }

  @Test func theFileUnchangedIsRead() throws {
    let parameters = try Parameters.read(Parameters.file())
    #expect(parameters.stock.coefficients.count == 5)
    #expect(parameters.benchmarks.first?.value == 3.32)
  }

  @Test(arguments: [
    ("density: 0.307", "density: 4", "stock.coefficients[0].density"),
    ("density: 0.307", "density: 0.09", "stock.coefficients[0].density"),
    ("bef: 1.634", "bef: 0.9", "stock.coefficients[0].bef"),
    ("rootShoot: 0.246", "rootShoot: 24.6", "stock.coefficients[0].rootShoot"),
    ("carbonFraction: 0.520", "carbonFraction: 52.0", "stock.coefficients[0].carbonFraction"),
    ("value: 3.32", "value: 332", "benchmark.classes[0].value"),
    ("uncertainty: 0", "uncertainty: 1", "deductions.uncertainty"),
  ])
  func numbersThatCannotBeAreRefusedAtTheirPlace(old: String, new: String, path: String) throws {
    let error = try swapped(old, new)
    #expect(error.path == path)
    #expect(error.file == "method.json5")
    #expect(error.position != nil)
    guard case .outOfRange(_, let allowed) = error.problem else {
      Issue.record("\(error.problem)")
      return
    }
    #expect(!allowed.isEmpty)
  }

  @Test func aBenchmarkInAnotherUnitIsRefused() throws {
    for unit in ["tC/ha/yr", "tCO2e/mu/yr", "kgCO2e/ha/yr", ""] {
      let error = try swapped("tCO2e/ha/yr", unit)
      #expect(error.path == "benchmark.unit")
      #expect(
        error.problem
          == .notOneOf(value: unit, suggestion: "tCO2e/ha/yr", allowed: ["tCO2e/ha/yr"]))
    }
  }

  @Test func unknownKeysAreRefusedAtEveryLevel() throws {
    let places = [
      ("floor: \"project\"", "flor: 1, floor: \"project\"", ""),
      ("density: 0.307", "densty: 1, density: 0.307", "stock.coefficients[0]"),
      ("value: 3.32", "valeu: 1, value: 3.32", "benchmark.classes[0]"),
      ("uncertainty: 0", "uncertanty: 1, uncertainty: 0", "deductions"),
      ("use: \"杉木\"", "uze: 1, use: \"杉木\"", "stock.standIns[0]"),
    ]
    for (old, new, path) in places {
      let error = try swapped(old, new)
      #expect(error.path == path)
      guard case .unknownKey = error.problem else {
        Issue.record("\(error.problem)")
        continue
      }
    }
  }

  @Test func nothingIsOfficialWithoutItsDocument() throws {
    #expect(try swapped(#"status: "surrogate""#, #"status: "official""#).path == "status")
    #expect(
      try swapped(#"value: 3.32, standing: "sourced""#, #"value: 3.32, standing: "official""#).path
        == "benchmark.classes[0].standing")
    let document = #"document: { title: "t", number: "n", issuer: "i", issued: "2022-04-06" },"#
    let official = try Parameters.read(
      Parameters.file(status: "official", shortName: "TEST", more: document))
    #expect(official.document?.number == "n")
    // One recalled coefficient is enough to spoil it.
    #expect(official.weakestStanding == .surrogate)
    #expect(!official.mayBeFiled)
    let whole = Parameters.file(
      status: "official", shortName: "TEST",
      more: document
    ).replacing(#"standing: "recalled", confidence: "med""#, with: #"standing: "official""#)
      .replacing(#"standing: "sourced""#, with: #"standing: "official""#)
      .replacing(#"{ group: "红豆杉", use: "杉木", reason: "test" }"#, with: "")
    #expect(try Parameters.read(whole).mayBeFiled)
  }

  @Test func thePlainNameIsReservedForTheOfficialText() throws {
    #expect(try error(Parameters.file(shortName: "TEST")).path == "shortName")
  }

  @Test func contradictionsAreRefused() throws {
    #expect(
      try swapped(#"group: "马尾松""#, #"group: "杉木""#).path == "stock.coefficients[1].group")
    #expect(try swapped(#"use: "杉木""#, #"use: "水杉""#).path == "stock.standIns[0].use")
    #expect(try swapped(#"group: "红豆杉""#, #"group: "桉树""#).path == "stock.standIns[0].group")
    #expect(try swapped(#"group: "毛竹""#, #"group: "杉木""#).path == "stock.excluded[0].group")
    #expect(try swapped(#""cutover""#, #""arbor-forest""#).path == "stock.clearedLandClasses")
    #expect(try swapped(#""arbor-forest""#, #""乔木林""#).path == "stock.landClasses")
    #expect(
      try error(Parameters.file(stock: Parameters.stock(more: #"defaultGroup: "水杉","#))).path
        == "stock.defaultGroup")
    #expect(
      try swapped(
        "surveyed", "x", in: Parameters.file(stock: Parameters.stock(speciesChange: "as-surveyed"))
      ).path == "stock.speciesChange")
    #expect(try swapped("growth-above-benchmark", "growth-above").path == "family")
    #expect(
      try error(Parameters.file(benchmark: "")).problem == .missingKey("benchmark"))
    #expect(try error(Parameters.file(family: "whole-natural-growth")).path == "benchmark")
    #expect(
      try error(Parameters.file(crediting: #"{ basis: "fixed-years", years: 500 }"#)).path
        == "crediting.years")
  }

  @Test func aNewStandingNeedsASourceOfItsOwn() throws {
    let error = try swapped(
      "carbonFraction: 0.520", #"carbonFraction: 0.520, standing: "sourced""#)
    #expect(error.path == "stock.coefficients[0]")
    #expect(error.problem == .missingKey("source"))
    let read = try Parameters.read(
      Parameters.file().replacing(
        "carbonFraction: 0.520", with: #"carbonFraction: 0.520, standing: "user", source: "x""#))
    #expect(read.stock.coefficients[0].provenance == Provenance(.user, source: "x"))
    #expect(read.stock.coefficients[1].provenance.standing == .recalled)
  }

  @Test func pricesAndClausesAreChecked() throws {
    func prices(_ text: String) -> String {
      Parameters.file(more: "prices: { \(text), \(Parameters.recalled) },")
    }
    #expect(
      try Parameters.read(prices(#"unit: "CNY/t", low: 1, mid: 2, high: 3"#)).prices?.middle == 2)
    #expect(try error(prices(#"unit: "USD/t", low: 1, mid: 2, high: 3"#)).path == "prices.unit")
    #expect(try error(prices(#"unit: "CNY/t", low: 3, mid: 2, high: 3"#)).path == "prices")
    func clause(_ text: String) -> String {
      Parameters.file(more: "eligibility: [{ \(text), clause: \"c\", \(Parameters.recalled) }],")
    }
    let read = try Parameters.read(clause(#"rule: "canopy-density", minimum: 0.2"#))
    #expect(read.eligibility.first?.number == 0.2)
    #expect(
      try error(clause(#"rule: "canopy-density", minimum: 20"#)).path == "eligibility[0].minimum")
    #expect(try error(clause(#"rule: "canopy""#)).path == "eligibility[0].rule")
    #expect(
      try error(clause(#"rule: "origin", values: ["人工"]"#)).path == "eligibility[0].values")
    #expect(
      try Parameters.read(clause(#"rule: "age-group", values: ["young", "middle"]"#)).eligibility
        .first?.values == ["young", "middle"])
  }

  @Test func surveysThatDoNotFitAreRefused() throws {
    #expect(throws: SurveyPairError.years(0)) { try Survey.pair([Stand()], [Stand()], years: 0) }
    #expect(throws: SurveyPairError.years(101)) {
      try Survey.pair([Stand()], [Stand()], years: 101)
    }
    #expect(throws: SurveyPairError.lengths(first: 0, second: 1, evidence: 1)) {
      try Survey.pair([], [Stand()])
    }
    #expect(throws: SurveyPairError.self) {
      try SurveyPair(single: Survey.columns([Stand()]), species: SpeciesTable([]))
    }
  }
}
