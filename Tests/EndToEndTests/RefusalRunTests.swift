import Commands
import Testing

@Suite("Method files that must not be believed, through a run")
struct RefusalRunTests {
  /// A whole file, which is read as it stands.
  static let file = HandCounty.method(
    family: "growth-above-benchmark",
    stock: HandCounty.stock(
      more: """
        areaTolerance: 0.2,
        standIns: [{ group: "红豆杉", use: "杉木", reason: "test" }],
        excluded: [{ group: "桉树", reason: "test" }, { group: "檫木", reason: "test" }],
        deadWood: { share: 0.0225, \(HandCounty.fact) },
        \(StockRouteRunTests.culms)
        """),
    benchmark: HandCounty.benchmark("3.32"), floor: "project",
    crediting: #"{ basis: "fixed-years", years: 20 }"#,
    more: """
      prices: { unit: "CNY/t", low: 25, mid: 30, high: 60, \(HandCounty.fact) },
      plausibility: { unit: "tCO2e/ha/yr", low: 1, high: 20, \(HandCounty.fact) },
      \(HandCounty.uncertainty)
      """)

  /// What is written for what, where the refusal must point, and what it must say is allowed.
  static let changes: [(String, String, String, String)] = [
    ("density: 0.307", "density: 4", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", "density: 0.04", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", "density: 307", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", "density: -0.307", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", "density: NaN", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", "density: Infinity", "stock.coefficients[0].density", "0.1 to 1.3"),
    ("density: 0.307", #"density: "0.307""#, "stock.coefficients[0].density", "number"),
    ("density: 0.307", "density: null", "stock.coefficients[0].density", "number"),
    ("density: 0.307, ", "", "stock.coefficients[0]", "“density” is missing"),
    ("density: 0.307", "densty: 0.307, density: 0.307", "stock.coefficients[0]", "density"),
    ("density: 0.307", "density: 0.3, density: 0.307", "stock.coefficients[0]", "given twice"),
    ("bef: 1.634", "bef: 0.9", "stock.coefficients[0].bef", "1 to 6"),
    ("bef: 1.634", "bef: 163.4", "stock.coefficients[0].bef", "1 to 6"),
    ("rootShoot: 0.246", "rootShoot: 5.2", "stock.coefficients[0].rootShoot", "0 to 3"),
    (
      "carbonFraction: 0.520", "carbonFraction: 47", "stock.coefficients[0].carbonFraction",
      "0.3 to 0.6"
    ),
    (
      "carbonFraction: 0.520", "carbonFraction: 0.05", "stock.coefficients[0].carbonFraction",
      "0.3 to 0.6"
    ),
    (#"group: "马尾松""#, #"group: "杉木""#, "stock.coefficients[1].group", "already"),
    (#"use: "杉木""#, #"use: "红豆杉""#, "stock.standIns[0].use", "no coefficients"),
    (#"use: "杉木""#, #"use: "桉树""#, "stock.standIns[0].use", "no coefficients"),
    (#"reason: "test" }],"#, "}],", "stock.standIns[0]", "“reason” is missing"),
    (#"{ group: "檫木""#, #"{ group: "杉木""#, "stock.excluded[1].group", "dealt with"),
    ("mass: 23.202", "mass: 23202", "stock.culms.coefficients[0].mass", "0.1 to 120"),
    ("share: 0.0225", "share: 2.25", "stock.deadWood.share", "0 to 0.2"),
    ("areaTolerance: 0.2", "areaTolerance: 20", "stock.areaTolerance", "0 to 1"),
    (
      #"landClasses: ["arbor-forest"]"#, #"landClasses: ["乔木林"]"#, "stock.landClasses",
      "arbor-forest"
    ),
    (
      #"speciesChange: "hold-later""#, #"speciesChange: "hold""#, "stock.speciesChange",
      "hold-later"
    ),
    (#"route: "biomass-expansion""#, #"route: "bef""#, "stock.route", "biomass-expansion"),
    (
      #"unit: "tCO2e/ha/yr", classes"#, #"unit: "tCO2e/mu/yr", classes"#, "benchmark.unit",
      "tCO2e/ha/yr"
    ),
    (
      #"unit: "tCO2e/ha/yr", classes"#, #"unit: "tC/ha/yr", classes"#, "benchmark.unit",
      "tCO2e/ha/yr"
    ),
    ("value: 3.32", "value: 60", "benchmark.classes[0].value", "0 to 30"),
    ("value: 3.32", "value: 3320", "benchmark.classes[0].value", "0 to 30"),
    ("value: 3.32", "value: 0.2213", "benchmark.classes[0].value", "亩"),
    ("value: 3.32", "value: -3.32", "benchmark.classes[0].value", "0 to 30"),
    (
      #"forestClass: "public-benefit""#, #"forestClass: "公益林""#, "benchmark.classes[0].forestClass",
      "public-benefit"
    ),
    ("years: 20", "years: -20", "crediting.years", "1 to 100"),
    ("years: 20", "years: 0", "crediting.years", "1 to 100"),
    (
      #"basis: "fixed-years", years: 20"#, #"basis: "calendar-years", first: 2020, last: 2016"#,
      "crediting.last", "2020 to 2119"
    ),
    (#"basis: "fixed-years""#, #"basis: "monthly""#, "crediting.basis", "survey-interval"),
    (#"floor: "project""#, #"floor: "village""#, "floor", "project"),
    (#"floor: "project","#, "", "", "“floor” is missing"),
    ("uncertainty: 0,", "uncertainty: 1.06,", "deductions.uncertainty", "0 to 0.95"),
    ("nonPermanence: 0,", "nonPermanence: -0.1,", "deductions.nonPermanence", "0 to 0.95"),
    ("leakage: 0,", "leakage: 20,", "deductions.leakage", "0 to 0.95"),
    (#"status: "surrogate""#, #"status: "official""#, "status", "document"),
    (
      #"family: "growth-above-benchmark""#, #"family: "guangdong""#, "family",
      "growth-above-benchmark"
    ),
    (#"shortName: "TEST-like""#, #"shortName: "TEST""#, "shortName", "reserved"),
    (#"title: "手算""#, #"title: """#, "title", "empty"),
    (#"unit: "CNY/t""#, #"unit: "CNY/亩""#, "prices.unit", "CNY/t"),
    ("low: 25", "low: 45", "prices", "rising"),
    ("low: 1, high: 20", "low: 20, high: 1", "plausibility.high", "20"),
    (
      "survey: { relativeError: 0.2", "survey: { relativeError: 20",
      "uncertaintyModel.survey.relativeError", "0 to 1"
    ),
    ("draws: 2000", "draws: 1", "uncertaintyModel.draws", "100 to 100000"),
    ("draws: 2000", "draws: 1000.5", "uncertaintyModel.draws", "whole number"),
    (#"rule: "land-class""#, #"rule: "land""#, "eligibility[0].rule", "land-class"),
    ("floor: \"project\",", "floor: \"project\"", "", "expected"),
  ]

  @Test("the file is read as it stands")
  func unchanged() throws {
    let county = try HandCounty()
    try county.survey(2018, [.init()])
    try county.survey(2023, [.init()])
    let outcome = try county.run([Self.file])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
  }

  @Test("every impossible value is refused with file, line, path and what is allowed")
  func refused() throws {
    #expect(Self.changes.count >= 50)
    let county = try HandCounty()
    try county.survey(2018, [.init()])
    try county.survey(2023, [.init()])
    for (old, new, path, allowed) in Self.changes {
      var text = Self.file
      guard let range = text.firstRange(of: old) else {
        Issue.record("the file has no “\(old)”")
        continue
      }
      text.replaceSubrange(range, with: new)
      let outcome = try county.run([text])
      #expect(outcome.exitCode == .configuration, "\(new): \(outcome.errors)")
      let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
      // A missing key is reported where its object begins, a broken line where it goes on.
      let lines = (1...line + 1).map { "method0.json5:\($0):" }
      #expect(lines.contains { outcome.errors.contains($0) }, "\(new): \(outcome.errors)")
      #expect(outcome.errors.contains("at \(path)") || path.isEmpty, "\(new): \(outcome.errors)")
      #expect(outcome.errors.contains(allowed), "\(new) → \(allowed): \(outcome.errors)")
    }
  }

  @Test("species of which nothing is declared are refused, named and counted")
  func undeclaredSpecies() throws {
    let county = try HandCounty()
    let plots = [
      HandCounty.Plot(), HandCounty.Plot(number: "2", species: "桉树"),
      HandCounty.Plot(number: "3", species: "桉树"),
    ]
    try county.survey(2018, plots)
    try county.survey(2023, plots)
    let outcome = try county.run([HandCounty.method()])
    #expect(outcome.exitCode == .configuration)
    for word in ["method0.json5:", "at stock", "桉树 (4 小班)", "standIns", "excludeOthers"] {
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors)")
    }
    for declared in [
      #"standIns: [{ group: "桉树", use: "木荷", reason: "阔叶" }],"#, #"defaultGroup: "木荷","#,
      #"excluded: [{ group: "桉树", reason: "test" }],"#, #"excludeOthers: "只研究杉木","#,
    ] {
      let stock = HandCounty.stock(more: declared)
      let again = try county.run([HandCounty.method(stock: stock)])
      #expect(again.exitCode == .success, "\(declared): \(again.errors)")
      let status = try county.statuses()["2"]
      #expect(
        status == (declared.contains("xclude") ? "species-not-counted" : "computed-by-stand-in"))
    }
  }
}
