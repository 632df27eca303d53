import Accounting
import Configuration
import Inventory
import Testing

/// Forms of the families that published cases need.
@Suite("Variants of the families") struct VariantTests {
  private static let byAge = """
    { group: "杉木", ageGroups: ["young"], density: 0.307, bef: 2.0, rootShoot: 0.25, carbonFraction: 0.5 },
    { group: "杉木", ageGroups: ["middle", "near-mature"], density: 0.307, bef: 1.5, rootShoot: 0.22, carbonFraction: 0.5 },
    { group: "马尾松", origin: "natural", density: 0.38, bef: 1.5, rootShoot: 0.2, carbonFraction: 0.46 },
    { group: "马尾松", density: 0.38, bef: 1.4, rootShoot: 0.2, carbonFraction: 0.46 },
    """

  private func method(
    _ coefficients: String = byAge, change: String = "hold-later"
  ) throws -> any AccountingMethod {
    try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(coefficients: coefficients, speciesChange: change)))
  }

  @Test func coefficientsMayGoByAgeGroupAndOrigin() throws {
    let method = try method()
    let stands = [
      Stand(volume: 50, ageGroup: .young), Stand(volume: 50, ageGroup: .middle),
      Stand(volume: 50, ageGroup: .mature), Stand(species: "马尾松", volume: 50),
    ]
    let credits = method.credits(of: try Survey.pair(stands, stands))
    #expect(abs(credits.stockSecond[0] - 500 * 0.307 * 2.0 * 1.25 * 0.5) < 1e-9)
    #expect(abs(credits.stockSecond[1] - 500 * 0.307 * 1.5 * 1.22 * 0.5) < 1e-9)
    // Dealt with, but not for such stands, and nothing stands in.
    #expect(credits.status[2] == .noCoefficient)
    // Test stands are planted: the entry for all origins serves.
    #expect(abs(credits.stockSecond[3] - 500 * 0.38 * 1.4 * 1.2 * 0.46) < 1e-9)
    let derivation = method.derivation(of: try Survey.pair(stands, stands), row: 0)
    #expect(derivation.value(of: "BEF2") == 2.0)
    #expect(derivation.steps.contains { $0.meaning.contains("杉木（幼龄林）") })
    #expect(derivation.value(of: "C2") == credits.stockSecond[0])
  }

  /// A stand that grew from one 龄组 into the next did not gain by the change of its coefficients.
  @Test func growingIntoAnotherAgeGroupIsNoGrowth() throws {
    let (young, middle) = (
      Stand(volume: 60, ageGroup: .young), Stand(volume: 60, ageGroup: .middle)
    )
    let held = try method().credits(of: try Survey.pair([young], [middle]))
    #expect(held.creditTotal[0] == 0)
    let surveyed = try method(change: "as-surveyed").credits(of: try Survey.pair([young], [middle]))
    #expect(surveyed.creditTotal[0] < 0)
  }

  @Test(arguments: [
    (
      #"ageGroups: ["middle", "near-mature"]"#, #"ageGroups: ["young"]"#,
      "stock.coefficients[1].group"
    ),
    (#"ageGroups: ["young"]"#, #"ageGroups: ["幼龄林"]"#, "stock.coefficients[0].ageGroups"),
    (
      #"ageGroups: ["young"]"#, #"ageGroups: ["young", "young"]"#, "stock.coefficients[0].ageGroups"
    ),
    (#"origin: "natural", "#, #"origin: "unknown", "#, "stock.coefficients[2].origin"),
    (#"origin: "natural", "#, "", "stock.coefficients[3].group"),
  ])
  func entriesThatClashAreRefused(old: String, new: String, path: String) throws {
    let coefficients = Self.byAge.replacing(old, with: new)
    try #require(coefficients != Self.byAge)
    let error = try #require(throws: ConfigurationError.self) { try method(coefficients) }
    #expect(error.path == path)
  }

  /// AR-CM-003-V01 as remembered: ΔC·(1 − DR) for gains, ΔC·(1 + DR) for losses.
  @Test(arguments: MethodCatalogue.identifiers)
  func theDeductionRaisesLosses(family: String) throws {
    func text(_ raises: String) -> String {
      Parameters.file(
        family: family,
        benchmark: family == "whole-natural-growth" || family == "afforestation-reserve"
          ? "" : Parameters.benchmark.replacing("3.32", with: "0"),
        deductions: "uncertainty: 0.11, nonPermanence: 0.1, leakage: 0\(raises)")
    }
    let pair = try Survey.pair(
      [Stand(volume: 80), Stand(volume: 100)], [Stand(volume: 100), Stand(volume: 80)])
    let plain = try Parameters.method(text(#", onLosses: "as-gains""#)).credits(of: pair)
    let raised = try Parameters.method(text(""))
    let credits = raised.credits(of: pair)
    let unit = 20 * 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12 * 10 * 0.9
    #expect(abs(plain.creditTotal[0] - unit * 0.89) < 1e-9)
    #expect(abs(plain.creditTotal[1] + unit * 0.89) < 1e-9)
    #expect(abs(credits.creditTotal[0] - unit * 0.89) < 1e-9)
    // The share for risk is taken off gains only.
    #expect(abs(credits.creditTotal[1] + unit / 0.9 * 1.11) < 1e-9)
    let derivation = raised.derivation(of: pair, row: 1)
    #expect(derivation.value(of: "w") == 1.11)
    #expect(derivation.value(of: "ERt") == credits.creditTotal[1])
    let formula = derivation.steps.first { $0.symbol == "er" }?.formula ?? ""
    #expect(formula.contains("g·w"))
    // The simulation knows the same two lines.
    let rows = SimulationRows(method: raised, pair: pair, candidate: [0, 0])
    let sum = AnalyticPropagation(rows, uncertainty: UncertaintyCases.model())
      .moments(candidateCount: 1)[0].mean
    #expect(abs(sum - credits.creditTotal.reduce(0, +)) < 1e-9 * unit)
  }

  /// 碳票 of 2016–2020: five years at the measured rate, whatever the surveys are apart.
  @Test func aMonitoringPeriodIsItsCalendarYears() throws {
    let text = Parameters.file(
      family: "whole-natural-growth", benchmark: "",
      crediting: #"{ basis: "calendar-years", first: 2016, last: 2020 }"#)
    let method = try Parameters.method(text)
    let credits = method.credits(
      of: try Survey.pair([Stand(volume: 60)], [Stand(volume: 100)], years: 8))
    #expect(abs(credits.creditTotal[0] - 5 * credits.creditPerYear[0]) < 1e-9)
    let period = method.parameters.crediting
    #expect(period.calendarYears(surveys: [2013, 2021]) == 2016...2020)
    for (crediting, path) in [
      (#"{ basis: "calendar-years", first: 2020, last: 2016 }"#, "crediting.last"),
      (#"{ basis: "calendar-years", first: 2020, last: 2320 }"#, "crediting.last"),
      (#"{ basis: "calendar-years", first: 2020 }"#, "crediting"),
      (#"{ basis: "fixed-years", years: -5 }"#, "crediting.years"),
      (#"{ basis: "survey-interval", years: 5 }"#, "crediting"),
    ] {
      let error = try #require(throws: ConfigurationError.self) {
        try Parameters.read(
          Parameters.file(family: "whole-natural-growth", benchmark: "", crediting: crediting))
      }
      #expect(error.path == path)
    }
  }

  /// 常口村 No. 0000001: 3,197 亩, 2016–2020, 12,723 t. The volume growth that the ticket implies,
  /// put in, gives the ticket back.
  @Test func thePublishedTicketComesBack() throws {
    let hectares = 3197 / 15.0
    let perVolume = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12
    let rate = 12_723 / hectares / 5
    #expect(abs(rate - 11.94) < 0.005)
    let method = try Parameters.method(
      Parameters.file(
        family: "whole-natural-growth", benchmark: "",
        crediting: #"{ basis: "calendar-years", first: 2016, last: 2020 }"#))
    let credits = method.credits(
      of: try Survey.pair(
        [Stand(volume: 80, area: hectares)],
        [Stand(volume: 80 + rate * 5 / perVolume, area: hectares)], years: 5))
    #expect(abs(credits.creditTotal[0] - 12_723) < 1e-6)
  }

  /// 省级清单: a year's sink is V·GR·SVD·BEF·0.5, with Guangdong's 0.474 and 1.915: 1.664 tCO2/m³.
  @Test func theProvincialInventoryIsAFlatRate() throws {
    let provenance = Provenance(.recalled, source: "test")
    let rate = FlatRate(rate: 0.0407, form: .ofLater, provenance: provenance)
    #expect(abs(rate.backcast(volume: 100, years: 1) - 95.93) < 1e-9)
    let method = try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          coefficients:
            #"{ group: "杉木", density: 0.474, bef: 1.915, rootShoot: 0, carbonFraction: 0.5 },"#)))
    let credits = method.credits(
      of: try Survey.pair(
        [Stand(volume: rate.backcast(volume: 100, years: 5))], [Stand(volume: 100)]))
    let perVolume = 0.474 * 1.915 * 0.5 * 44 / 12
    #expect(abs(perVolume - 1.664) < 0.0005)
    let byHand = 100 * 0.0407 * perVolume
    #expect(abs(credits.rate[0] - byHand) < 1e-9)
    // Pressler's rate of the two volumes is the rate that was put in.
    let pressler = FlatRate(rate: 0.0798, form: .pressler, provenance: provenance)
    let before = pressler.backcast(volume: 100, years: 5)
    #expect(abs(2 * (100 - before) / (100 + before) / 5 - 0.0798) < 1e-12)
    let compound = FlatRate(rate: 0.04, provenance: provenance)
    #expect(abs(compound.backcast(volume: 104, years: 1) - 100) < 1e-9)
  }

  /// 森林蓄积量扩展法, trees only: V·1.90·0.5·0.5 = 0.475 tC/m³.
  @Test func theVolumeExpansionMethodIsAnExpansion() throws {
    let method = try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          coefficients:
            #"{ group: "杉木", density: 0.5, bef: 1.90, rootShoot: 0, carbonFraction: 0.5 },"#)))
    let stand = Stand(volume: 100, area: 1)
    #expect(abs(method.credits(of: try Survey.pair([stand], [stand])).stockSecond[0] - 47.5) < 1e-9)
  }

  @Test func whatIsNotNamedMayBeLeftOutOnPurpose() throws {
    let text = Parameters.wholeGrowth(
      stock: Parameters.stock(more: #"excludeOthers: "只研究六个树种","#))
    let parameters = try Parameters.read(text)
    #expect(parameters.stock.resolve(group: "无参数树") == .excluded)
    let error = try #require(throws: ConfigurationError.self) {
      try Parameters.read(
        Parameters.wholeGrowth(
          stock: Parameters.stock(more: #"excludeOthers: "x", defaultGroup: "杉木","#)))
    }
    #expect(error.path == "stock.excludeOthers")
  }
}
