import Accounting
import Configuration
import Testing

/// Values that are each well-formed and cannot be meant.
@Suite struct HostileParameterTests {
  private func error(_ text: String) throws -> ConfigurationError {
    try #require(throws: ConfigurationError.self) { try Parameters.read(text) }
  }

  private func swapped(_ old: String, _ new: String) throws -> ConfigurationError {
    let text = Parameters.file()
    try #require(text.contains(old))
    return try error(text.replacing(old, with: new, maxReplacements: 1))
  }

  /// Whether a person is told what may stand there.
  private func hasRemedy(_ error: ConfigurationError) -> Bool {
    switch error.problem {
    case .outOfRange(_, let allowed): !allowed.isEmpty
    case .notOneOf(_, _, let allowed): !allowed.isEmpty
    case .unusable(_, let remedy): !remedy.isEmpty
    case .missingKey: true
    default: false
    }
  }

  @Test(arguments: [
    // D·BEF·(1+R)·CF of the heaviest of each is 11.7 tC/m³.
    (
      "density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520",
      "density: 1.3, bef: 6, rootShoot: 1.5, carbonFraction: 0.6", "stock.coefficients[0]"
    ),
    (
      "density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520",
      "density: 0.1, bef: 1, rootShoot: 0, carbonFraction: 0.3", "stock.coefficients[0]"
    ),
    ("value: 3.32", "value: 49.8", "benchmark.classes[0].value"),
    (
      "uncertainty: 0, nonPermanence: 0, leakage: 0",
      "uncertainty: 0.4, nonPermanence: 0.3, leakage: 0.3", "deductions"
    ),
    (#"id: "test""#, #"id: "../../etc/passwd""#, "id"),
    (#"id: "test""#, #"id: "<script>""#, "id"),
    (#"id: "test""#, #"id: """#, "id"),
    (#"group: "杉木", d"#, #"group: "杉木 ", d"#, "stock.coefficients[0].group"),
    (#"group: "杉木", d"#, #"group: "杉  木", d"#, "stock.coefficients[0].group"),
    (#"group: "杉木", d"#, "group: \"杉\u{3000}木\", d", "stock.coefficients[0].group"),
    (#"group: "杉木", d"#, "group: \"杉\u{200B}木\", d", "stock.coefficients[0].group"),
    (#"use: "杉木""#, #"use: " 杉木""#, "stock.standIns[0].use"),
    (#"landClasses: ["arbor-forest"]"#, "landClasses: []", "stock.landClasses"),
    (#"title: "试验方法""#, #"title: "TEST""#, "title"),
    (#"values: ["arbor-forest"]"#, "values: []", "eligibility[0].values"),
  ])
  func isRefusedAtItsPlaceWithARemedy(old: String, new: String, path: String) throws {
    let error = try swapped(old, new)
    #expect(error.path == path)
    #expect(hasRemedy(error), "\(error.problem)")
  }

  @Test func blanksWithinLatinNamesAreNames() throws {
    let read = try Parameters.read(
      Parameters.file().replacing("马尾松", with: "Pinus massoniana"))
    #expect(read.stock.coefficients[1].group == "Pinus massoniana")
    #expect(try swapped("马尾松", "Pinus  massoniana").path == "stock.coefficients[1].group")
  }

  @Test func conditionsAreRequiredOnceEach() throws {
    let text = Parameters.file()
    #expect(
      try error(text.replacing(Parameters.eligibility, with: "")).problem
        == .missingKey("eligibility"))
    #expect(try error(Parameters.file(more: "eligibility: [],")).path == "eligibility")
    func clauses(_ list: String) -> String {
      Parameters.file(more: "eligibility: [\(list)],")
    }
    func canopy(_ limit: String) -> String {
      "{ rule: \"canopy-density\", minimum: \(limit), clause: \"c\", \(Parameters.recalled) }"
    }
    let twice = try error(clauses(canopy("0.2") + "," + canopy("0.4")))
    #expect(twice.path == "eligibility[1].rule")
    #expect(hasRemedy(twice))
    // As alternatives they are one condition.
    let either = """
      { rule: "any-of", clause: "c", \(Parameters.recalled), of: [
        { rule: "origin", values: ["natural"] }, { rule: "origin", values: ["planted"] } ] }
      """
    let read = try Parameters.read(clauses(either))
    #expect(read.eligibility[0].parts.count == 2)
    #expect(read.eligibility[0].parts[1].clause == "c")
    #expect(read.eligibility[0].parts[1].provenance == read.eligibility[0].provenance)
    #expect(
      try error(clauses("{ rule: \"any-of\", of: [], clause: \"c\", \(Parameters.recalled) }")).path
        == "eligibility[0].of")
  }

  @Test(arguments: [
    "31/13/2024", "2024-13-01", "2023-02-29", "2024-2-1", "", "20240201", "3024-01-01",
  ])
  func datesAreDates(_ date: String) throws {
    let document = #"document: { title: "t", number: "n", issuer: "i", issued: "\#(date)" },"#
    let error = try error(Parameters.file(more: document))
    #expect(error.path == "document.issued")
    #expect(hasRemedy(error))
  }

  @Test func plantingDatesAreNotAfterTheText() throws {
    func planted(_ limit: String, _ more: String = "") -> String {
      Parameters.file(
        more: more
          + "eligibility: [{ rule: \"planted-since\", \(limit), clause: \"c\", \(Parameters.recalled) }],"
      )
    }
    #expect(
      try Parameters.read(planted(#"date: "2012-11-08""#)).eligibility[0].values == ["2012-11-08"])
    #expect(try error(planted("year: 2150")).path == "eligibility[0].year")
    let document = StandingTests.document
    #expect(try Parameters.read(planted("year: 2022", document)).eligibility[0].number == 2022)
    #expect(try error(planted("year: 2023", document)).path == "eligibility[0].year")
    #expect(try error(planted(#"date: "2023-01-01""#, document)).path == "eligibility[0].date")
  }

  @Test(arguments: [
    // Falling at all its ages; without wood; without wood at first.
    "c0: 500, c1: -5, c2: 0", "c0: -900, c1: 1, c2: 0", "c0: -30, c1: 2, c2: 0",
  ])
  func curvesGrow(_ coefficients: String) throws {
    let text = """
      { rungs: ["published-curve"], years: 5, publishedCurves: [ { groups: ["杉木"], form: "quadratic",
        \(coefficients), minimumAge: 5, maximumAge: 60, \(Parameters.recalled) } ] }
      """
    let error = try #require(throws: ConfigurationError.self) {
      let value = try JSON5.parse(Array(text.utf8), file: "p.json5")
      _ = try GrowthSettings(try ConfigurationReader(value, file: "p.json5"))
    }
    #expect(error.path == "publishedCurves[0]")
    #expect(hasRemedy(error))
  }
}
