import Archive
import Commands
import Foundation
import Testing

@Suite("Every rung of the growth ladder, through a run")
struct LadderRunTests {
  typealias Plot = HandCounty.Plot

  private static let perVolume = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12

  /// Runs one survey of 2023.
  private func run(
    _ plots: [Plot], growth: String, previousUnit: String? = nil, methods: [String]? = nil
  ) throws -> (HandCounty, Workspace.Outcome) {
    let county = try HandCounty()
    try county.mapping(previousUnit: previousUnit)
    try county.survey(2023, plots)
    let outcome = try county.run(
      methods ?? [HandCounty.method()], surveys: [2023],
      more: growth.isEmpty ? "" : "growth: \(growth),")
    return (county, outcome)
  }

  @Test("previous-period fields give growth over the years that are declared")
  func previousFields() throws {
    let (county, outcome) = try run(
      [
        Plot(previous: "60"),
        Plot(number: "2", landClass: "迹", volume: "", previous: "80"),
        Plot(number: "3", previous: ""),
      ], growth: "{ previousYears: 8 }", previousUnit: "m3-per-hectare")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let rate = try county.figures("rate_tco2e_ha_yr")
    #expect(close(rate["1"], 40 * Self.perVolume / 8))
    // Felled between the dates: a loss, not a gap.
    #expect(close(rate["2"], -80 * Self.perVolume / 8))
    #expect(try county.figures("evidence") == ["1": 1, "2": 1, "3": 5])
    #expect(try county.statuses()["3"] == "no-earlier-survey")
    #expect(outcome.errors.contains("前期因子"))
    #expect(outcome.errors.contains("8 years back"))
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1")
    #expect(explained.output.contains("前期蓄积的来历（前期因子）"))
    #expect(explained.output.contains("增长依据为前期因子"))
  }

  @Test("each rung keeps its own years: fields of ten years ago do not stretch a model's five")
  func ownYears() throws {
    let (county, outcome) = try run(
      [Plot(previous: "60"), Plot(number: "2", previous: "")],
      growth: """
        { rungs: ["previous-fields", "flat-rate"], years: 5, previousYears: 10,
          flatRate: { rate: 0.04, \(HandCounty.fact) } }
        """, previousUnit: "m3-per-hectare")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let rate = try county.figures("rate_tco2e_ha_yr")
    #expect(close(rate["1"], 40 * Self.perVolume / 10))
    #expect(close(rate["2"], (100 - 100 / pow(1.04, 5)) * Self.perVolume / 5))
    #expect(outcome.errors.contains("5 years back"))
  }

  @Test("an earlier survey without a volume leaves the row to the next rung")
  func blankEarlierVolume() throws {
    let county = try HandCounty()
    try county.mapping(previousUnit: "m3-per-hectare")
    try county.survey(2018, [Plot(volume: ""), Plot(number: "2", volume: "70")])
    try county.survey(
      2023, [Plot(previous: "80"), Plot(number: "2", previous: "80")])
    let outcome = try county.run([HandCounty.method()], more: "growth: { previousYears: 5 },")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.figures("evidence") == ["1": 1, "2": 0])
    #expect(close(try county.figures("rate_tco2e_ha_yr")["1"], 20 * Self.perVolume / 5))
  }

  @Test("a whole 小班's previous volume (Q_ZXJ) is divided by its area")
  func previousTotal() throws {
    let (county, outcome) = try run(
      [Plot(previous: "600")], growth: "{ previousYears: 5 }", previousUnit: "m3")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try county.figures("rate_tco2e_ha_yr")["1"], 40 * Self.perVolume / 5))
  }

  @Test("an interval that nobody declared is not made up")
  func undeclared() throws {
    let plots = [Plot(previous: "60")]
    let (_, refused) = try run(plots, growth: "", previousUnit: "m3-per-hectare")
    #expect(refused.exitCode == .configuration)
    for word in ["2023 is the only survey", "1 小班", "previousYears", "two-surveys"] {
      #expect(refused.errors.contains(word), "\(word): \(refused.errors)")
    }
    let (county, left) = try run(
      plots, growth: #"{ rungs: ["two-surveys"] }"#, previousUnit: "m3-per-hectare")
    #expect(left.exitCode == .success)
    #expect(left.errors.contains("stocks, no growth"))
    #expect(try county.figures("evidence") == ["1": 5])
    // A model has no interval of its own either.
    let flat = #"{ rungs: ["flat-rate"], flatRate: { rate: 0.04, \#(HandCounty.fact) } }"#
    let (_, model) = try run(plots, growth: flat)
    #expect(model.exitCode == .configuration)
    #expect(model.errors.contains("pipeline.json5:6:"), "\(model.errors)")
    #expect(model.errors.contains("growth"))
    #expect(model.errors.contains("“years” is missing"))
  }

  /// f(A) = 200·e^(−10/A), and stands about it that share no pattern.
  private static func stands() -> [Plot] {
    var plots: [Plot] = []
    for age in stride(from: 6, through: 40, by: 2) {
      for place in 0..<4 {
        let noise = [0.9, 0.97, 1.03, 1.1][place]
        let volume = 200 * exp(-10 / Double(age)) * noise
        plots.append(
          Plot(
            number: "\(age)-\(place)", volume: "\(volume)", age: "\(age)"))
      }
    }
    // Beyond the oldest stand from which the curve was drawn there is only one of each age.
    plots.append(Plot(number: "old", volume: "300", age: "90"))
    return plots
  }

  @Test("a curve fitted on the user's own stands, with its fit, its ages and every step")
  func fitted() throws {
    let (county, outcome) = try run(
      Self.stands(),
      growth: #"{ rungs: ["fitted-curve"], years: 5, fit: { minimumStands: 30 } }"#,
      methods: [HandCounty.method(more: HandCounty.uncertainty)])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let store = try county.store("quantify", "quantities.sqlite")
    let curves = try store.columns(
      """
      SELECT species_groups, form, stands, classes, robust_r1, residual_spread, youngest, oldest,
        used FROM growth_curve WHERE origin IS NOT NULL AND form <> '' ORDER BY number
      """,
      kinds: [.text, .text, .integer, .integer, .real, .real, .real, .real, .integer])
    #expect(curves.rows == 2)
    #expect(try curves.texts(0)[0] == "杉木")
    #expect(try curves.integers(2)[0] == 72)
    #expect(try curves.integers(3)[0] == 18)
    #expect(try curves.reals(4)[0] > 0.98)
    // The spread of the four about their curve: 1.4826 · median |ln|.
    #expect(try abs(curves.reals(5)[0] - 0.095) < 0.03)
    #expect(try curves.reals(6)[0] == 6)
    #expect(try curves.reals(7)[0] == 40)

    let evidence = try county.figures("evidence")
    #expect(evidence["20-1"] == 2)
    // 8 − 5 is younger than any stand; 90 older: the curve is silent.
    #expect(evidence["8-0"] == 5 && evidence["old"] == 5)
    let served = evidence.values.count { $0 == 2 }
    #expect(try curves.integers(8).reduce(0, +) == Int64(served))

    // By hand with the stored coefficients.
    let form = try store.text("SELECT form FROM growth_curve WHERE used > 0 ORDER BY used DESC")
    let text = try store.text(
      "SELECT coefficients FROM growth_curve WHERE used > 0 ORDER BY used DESC")
    var values: [String: Double] = [:]
    for part in (text ?? "").split(separator: " ") {
      let pair = part.split(separator: "=")
      values[String(pair[0])] = Double(pair[1])
    }
    func f(_ age: Double) -> Double {
      form == "schumacher"
        ? (values["a"] ?? .nan) * exp(-(values["b"] ?? .nan) / age)
        : (values["a"] ?? .nan) * pow(1 - exp(-(values["k"] ?? .nan) * age), values["c"] ?? .nan)
    }
    let later = 200 * exp(-10 / 20.0) * 0.97
    var volume = later
    for age in stride(from: 19.0, through: 15, by: -1) {
      volume /= 1 + 2 * (f(age + 1) - f(age)) / (f(age + 1) + f(age))
    }
    let rate = try county.figures("rate_tco2e_ha_yr")
    #expect(close(rate["20-1"], (later - volume) * Self.perVolume / 5, 1e-6))
    // The fit finds the growth that was put in: V(15)/V(20) = e^(10/20 − 10/15).
    #expect(abs(volume / later / exp(10 / 20.0 - 10 / 15.0) - 1) < 0.03)

    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/20-1")
    for word in [
      "前期蓄积的来历（本地拟合曲线）", "林分 72 个，龄级 18 个", "R¹", "适用林龄", "6–40 年",
      "另一模型", "林龄 15", "生长模型误差 30", "逐位一致",
    ] {
      #expect(explained.output.contains(word), "\(word)")
    }
    let json = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/20-1", "--json")
    #expect(json.output.contains("\"robustR1\""))
    #expect(outcome.errors.contains("本地拟合曲线"))
  }

  @Test("a published curve gives the worked example back, and a flat rate its quotient")
  func published() throws {
    let pine = Plot(species: "马尾松", volume: "87.0525", age: "25")
    let (county, outcome) = try run(
      [pine, Plot(number: "2", volume: "100")],
      growth: """
        { rungs: ["published-curve", "flat-rate"], years: 5,
          publishedCurves: [{ groups: ["马尾松"], form: "schumacher", a: 123.38506, b: 8.52159,
            minimumAge: 5, maximumAge: 60, \(HandCounty.fact) }],
          flatRate: { rate: 0.04, \(HandCounty.fact) } }
        """)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.figures("evidence") == ["1": 3, "2": 4])
    let rate = try county.figures("rate_tco2e_ha_yr")
    // 7.0525 m³/ha × 1.119880 / 5 = 1.58 tCO2/ha/yr
    #expect(close(rate["1"], 7.0525 * 0.380 * 1.472 * 1.187 * 0.460 * 44 / 12 / 5, 1e-5))
    let growth = (100 - 100 / pow(1.04, 5)) * Self.perVolume / 5
    #expect(close(rate["2"], growth))
    let earlier = try county.store("quantify", "quantities.sqlite").columns(
      "SELECT alternative_evidence FROM earlier ORDER BY subcompartment", kinds: [.real])
    #expect(try earlier.reals(0)[0] == 4)
    #expect(try earlier.reals(0)[1].isNaN)
  }

  @Test("two surveys come first; what they do not find climbs down over the same years")
  func mixed() throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(volume: "80")])
    try county.survey(2023, [Plot(), Plot(number: "2")])
    let outcome = try county.run(
      [HandCounty.method()],
      more: """
        growth: { rungs: ["two-surveys", "flat-rate"],
          flatRate: { rate: 0.04, \(HandCounty.fact) } },
        """)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.figures("evidence") == ["1": 0, "2": 4])
    let rate = try county.figures("rate_tco2e_ha_yr")
    #expect(close(rate["1"], 20 * Self.perVolume / 5))
    #expect(close(rate["2"], (100 - 100 / pow(1.04, 5)) * Self.perVolume / 5))
  }
}
