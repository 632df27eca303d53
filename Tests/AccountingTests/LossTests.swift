import Accounting
import Inventory
import Testing

/// 杉木, tCO2e in a m³.
private let perVolume = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12

@Suite("Losses between two dates")
struct LossTests {
  private func credits(
    _ first: [Stand], _ second: [Stand], stock: String = "", deductions: String? = nil,
    family: String = "whole-natural-growth"
  ) throws -> CreditColumns {
    let file = Parameters.file(
      family: family, stock: Parameters.stock(more: stock),
      benchmark: family == "whole-natural-growth" ? "" : Parameters.benchmark, floor: "none",
      deductions: deductions ?? "uncertainty: 0, nonPermanence: 0, leakage: 0")
    return try Parameters.method(file).credits(of: Survey.pair(first, second))
  }

  @Test(
    "a stand that turns into what the method does not count is lost, unless the file lists it apart",
    arguments: LandClass.allCases.filter { $0 != .unknown && $0 != .arborForest })
  func conversion(landClass: LandClass) throws {
    let later = [Stand(volume: .nan, landClass: landClass)]
    let lost = try credits([Stand()], later)
    #expect(lost.status == [.computed])
    #expect(abs(lost.creditTotal[0] + 1000 * perVolume) < 1e-9)
    #expect(lost.stockSecond == [0])
    let listed = try credits([Stand()], later, stock: #"conversion: "not-counted","#)
    let isCleared: [LandClass] = [.cutover, .burned, .plantable, .nonForest]
    #expect(listed.status[0].isComputed == isCleared.contains(landClass))
    // What is in question can still be told.
    #expect(abs(listed.stockFirst[0] * 44 / 12 - 1000 * perVolume) < 1e-9)
    // The other way round nothing is gained unproven.
    let gained = try credits(later, [Stand()])
    #expect(!gained.status[0].isComputed)
  }

  @Test("a volume of zero on a counted 地类 is a loss; a missing one cannot be told")
  func vanished() throws {
    let first = [Stand(volume: 80), Stand(volume: 80)]
    let second = [Stand(volume: 0, age: 25), Stand(volume: .nan, age: 25)]
    let lost = try credits(first, second)
    #expect(lost.status == [.computed, .noVolume])
    #expect(abs(lost.creditTotal[0] + 800 * perVolume) < 1e-9)
    #expect(lost.stockFirst[1] > 0)
    let listed = try credits(first, second, stock: #"vanishedVolume: "not-counted","#)
    #expect(listed.status == [.noVolume, .noVolume])
  }

  @Test("a loss is not dropped because the area or the 森林类别 changed with it")
  func lossesStay() throws {
    let first = [Stand(area: 10), Stand()]
    let second = [
      Stand(volume: .nan, area: 5, landClass: .cutover),
      Stand(volume: .nan, landClass: .cutover, forestClass: .unknown),
    ]
    let lost = try credits(first, second, family: "growth-above-benchmark")
    #expect(lost.status == [.computed, .computed])
    #expect(abs(lost.creditTotal[0] + 500 * perVolume + 3.32 * 5 * 5) < 1e-9)
    #expect(abs(lost.creditTotal[1] + 1000 * perVolume + 3.32 * 10 * 5) < 1e-9)
  }

  @Test("land that the later survey does not show is lost whole")
  func missing() throws {
    let pair = try SurveyPair(
      lost: Survey.columns([Stand(volume: 100, area: 3)]), species: Survey.species, years: 5)
    let credits = try Parameters.method(Parameters.wholeGrowth()).credits(of: pair)
    #expect(credits.status == [.computed])
    #expect(abs(credits.creditTotal[0] + 300 * perVolume) < 1e-9)
  }

  @Test(
    "deductions make no loss smaller unless the file says so",
    arguments: [
      ("", 1.06), (#", onLosses: "increased""#, 1.06), (#", onLosses: "unreduced""#, 1),
      (#", onLosses: "as-gains""#, 0.94 * 0.9 * 0.8),
    ])
  func deductions(rule: String, factor: Double) throws {
    let deductions = "uncertainty: 0.06, nonPermanence: 0.1, leakage: 0.2" + rule
    let both = try credits(
      [Stand(volume: 100), Stand(volume: 100)], [Stand(volume: 80), Stand(volume: 120)],
      deductions: deductions)
    #expect(abs(both.creditTotal[0] + 200 * perVolume * factor) < 1e-9)
    #expect(abs(both.creditTotal[1] - 200 * perVolume * 0.94 * 0.9 * 0.8) < 1e-9)
  }

  @Test("whole stocks compared give C2 − C1, and swapped dates the negative")
  func totalAreaChange() throws {
    let total = #"areaChange: "total","#
    let (one, two) = ([Stand(volume: 100, area: 10)], [Stand(volume: 130, area: 11)])
    let there = try credits(one, two, stock: total)
    let back = try credits(two, one, stock: total)
    let change = (130.0 * 11 - 100 * 10) * perVolume
    #expect(abs(there.creditTotal[0] - change) < 1e-9)
    #expect(
      abs(there.creditTotal[0] - (there.stockSecond[0] - there.stockFirst[0]) * 44 / 12) < 1e-9)
    #expect(abs(back.creditTotal[0] + change) < 1e-9)
    // Per hectare a boundary drawn anew is no growth.
    #expect(abs(try credits(one, two).creditTotal[0] - 30 * 11 * perVolume) < 1e-9)
  }

  @Test("the band of whole stocks rests on the figure it belongs to")
  func simulatedTotal() throws {
    let method = try Parameters.method(
      Parameters.wholeGrowth(stock: Parameters.stock(more: #"areaChange: "total","#)))
    let pair = try Survey.pair(
      [Stand(volume: 100, area: 10), Stand(volume: 90)],
      [Stand(volume: 130, area: 11), Stand(volume: .nan, landClass: .bambooForest)])
    let rows = SimulationRows(method: method, pair: pair, candidate: [0, 0])
    let exact = UncertaintyParameters(
      surveyError: 0, surveyProvenance: Provenance(.user, source: "test"), coefficientError: 0,
      coefficientProvenance: Provenance(.user, source: "test"),
      growthModel: .init(
        fittedCurve: 0, publishedCurve: 0, flatRate: 0,
        provenance: Provenance(.user, source: "test")))
    let band = CandidateSimulation(rows, candidateCount: 1, uncertainty: exact).band(candidate: 0)
    let sum = method.credits(of: pair).creditTotal.reduce(0, +)
    #expect(abs(band.p50 - max(sum, 0)) < 1e-6)
  }
}

@Suite("Sums")
struct ExactSumTests {
  @Test("are the same in any order, and exact", arguments: 1...20)
  func order(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / 0x1p53
    }
    var values = (0..<500).map { _ in (next() - 0.5) * (next() > 0.9 ? 1e12 : next()) }
    func sum(_ values: [Double]) -> Double {
      values.reduce(into: CompensatedSum()) { $0.add($1) }.value
    }
    let forwards = sum(values)
    #expect(sum(values.reversed()) == forwards)
    #expect(sum(values.sorted()) == forwards)
    #expect(sum(values.sorted { abs($0) > abs($1) }) == forwards)
    values += values.map { -$0 }
    #expect(sum(values) == 0)
  }

  @Test func tiesAreBrokenByWhatLiesBelow() {
    var sum = CompensatedSum()
    for value in [1, 0x1p-53, 0x1p-110] { sum.add(value) }
    #expect(sum.value == 1 + 0x1p-52)
  }

  @Test func infinitiesAndMissingNumbersShow() {
    var sum = CompensatedSum()
    sum.add(1)
    sum.add(.nan)
    #expect(sum.value.isNaN)
  }
}

@Suite("Years of credit")
struct CreditingYearsTests {
  @Test(arguments: [
    (#"{ basis: "calendar-years", first: 2016, last: 2020 }"#, 2016...2020),
    (#"{ basis: "repeating", first: 2016, years: 5 }"#, 2016...2020),
    (#"{ basis: "repeating", first: 2012, years: 5 }"#, 2017...2021),
    (#"{ basis: "repeating", first: 2020, years: 5 }"#, 2020...2024),
    (#"{ basis: "fixed-years", years: 5 }"#, 2023...2027),
    (#"{ basis: "survey-interval" }"#, 2015...2022),
  ])
  func years(crediting: String, years: ClosedRange<Int>) throws {
    let method = try Parameters.read(Parameters.file(crediting: crediting))
    #expect(method.crediting.calendarYears(surveys: [2014, 2022]) == years)
    #expect(method.crediting.years(interval: 8) == Double(years.count))
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsRefused() {
    let text = Parameters.file(crediting: #"{ basis: "calendar-years", first: 2020, last: 2016 }"#)
    #expect(throws: (any Error).self) { try Parameters.read(text) }
  }
}
