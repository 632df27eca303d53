import Accounting
import Inventory
import Testing

@Suite("What the deduction for uncertainty is taken from")
struct DeductionBaseTests {
  private static let perVolume = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12
  private static let benchmark = Parameters.benchmark.replacing("3.32", with: "3.8")

  private func credit(
    _ first: Double, _ second: Double, deductions: String,
    family: String = "project-minus-baseline"
  ) throws -> Double {
    let text = Parameters.file(
      family: family, benchmark: Self.benchmark, floor: "none", deductions: deductions)
    return try Parameters.method(text).credits(
      of: Survey.pair([Stand(volume: first)], [Stand(volume: second)])
    ).creditTotal[0]
  }

  private static let six = "uncertainty: 0.06, nonPermanence: 0, leakage: 0"

  @Test("AR-CM-003's DR goes by the change of stock: 34.048 t, where the net form gives 45.448")
  func byHand() throws {
    let net = try credit(80, 100, deductions: Self.six)
    #expect(abs(net - 45.448) < 0.001)
    let project = try credit(80, 100, deductions: Self.six + #", appliesTo: "project""#)
    #expect(abs(project - 34.048) < 0.001)
    #expect(abs(project - (20 * Self.perVolume / 5 * 0.94 - 3.8) * 50) < 1e-9)
  }

  @Test("a loss is made larger by u and the baseline is taken whole")
  func loss() throws {
    let project = try credit(100, 80, deductions: Self.six + #", appliesTo: "project""#)
    #expect(abs(project - (-20 * Self.perVolume / 5 * 1.06 - 3.8) * 50) < 1e-9)
  }

  @Test("growth below the baseline is not made better by the deduction")
  func belowBaseline() throws {
    let none = try credit(
      80, 84, deductions: #"uncertainty: 0, nonPermanence: 0, leakage: 0, appliesTo: "project""#)
    let deducted = try credit(80, 84, deductions: Self.six + #", appliesTo: "project""#)
    #expect(none < 0 && deducted < none)
    #expect(abs(deducted - (4 * Self.perVolume / 5 * 0.94 - 3.8) * 50) < 1e-9)
  }

  @Test(
    "every family with a baseline knows it, with risk and leakage beside it",
    arguments: [
      ("growth-above-benchmark", 0.9 * 0.8), ("avoided-harvest", 0.9 * 0.8),
      ("project-minus-baseline", 0.9), ("afforestation-reserve", 0.9),
    ])
  func families(family: String, factor: Double) throws {
    let deductions =
      #"uncertainty: 0.1, nonPermanence: 0.1, leakage: 0.2, appliesTo: "project""#
    let growth = 20 * Self.perVolume / 5
    let isShare = family == "project-minus-baseline" || family == "afforestation-reserve"
    let expected = (growth * 0.9 - 3.8 - (isShare ? 0.2 * growth : 0)) * factor
    #expect(
      abs(try credit(80, 100, deductions: deductions, family: family) - expected * 50) < 1e-9)
  }

  @Test("the explanation prints the form that was used")
  func explained() throws {
    let text = Parameters.file(
      family: "project-minus-baseline", benchmark: Self.benchmark,
      deductions: Self.six + #", appliesTo: "project""#)
    let method = try Parameters.method(text)
    #expect(method.ownFormula == "er = (g·(1 − u) − β − l·max(g, 0))·(1 − k)")
    #expect(method.ownLossFormula == "er = g·w − β·(1 − k)")
    let derivation = method.derivation(
      of: try Survey.pair([Stand(volume: 80)], [Stand()]), row: 0)
    #expect(derivation.steps.contains { $0.formula == method.ownFormula })
  }

  @Test(
    "a benchmark per 亩 is refused in every family that has one",
    arguments: [
      "growth-above-benchmark", "project-minus-baseline", "avoided-harvest",
      "afforestation-reserve",
    ])
  func perMu(family: String) throws {
    func text(_ value: String) -> String {
      Parameters.file(
        family: family, benchmark: Parameters.benchmark.replacing("3.32", with: value))
    }
    #expect(throws: (any Error).self) { try Parameters.read(text("0.2533")) }
    #expect(try Parameters.read(text("0")).benchmarks[0].value == 0)
    #expect(try Parameters.read(text("0.35")).benchmarks[0].value == 0.35)
    if family != "growth-above-benchmark" {
      #expect(throws: (any Error).self) { try Parameters.read(text("-0.25")) }
    }
  }
}
