import Accounting
import Inventory
import Testing

/// A second species without coefficients takes its own volume out of the count, not the stand.
@Suite struct PartialStandTests {
  /// tC/m³ of 杉木.
  private let fir = 0.307 * 1.634 * 1.246 * 0.520

  private func credits(_ first: Stand, _ second: Stand, speciesChange: String = "hold-later") throws
    -> CreditColumns
  {
    let stock = Parameters.stock(speciesChange: speciesChange)
    return try Parameters.method(Parameters.wholeGrowth(stock: stock))
      .credits(of: try Survey.pair([first], [second]))
  }

  @Test(arguments: ["无参数树", "毛竹", nil] as [String?])
  func oneCubicMetreOfAnUnknownSpeciesDoesNotDropTheStand(second: String?) throws {
    let found = try credits(
      Stand(second: second, volume: 80, secondVolume: 0.8),
      Stand(second: second, volume: 100, secondVolume: 1))
    #expect(found.status == [.computedInPart])
    #expect(abs(found.stockSecond[0] - 99 * fir * 10) < 1e-9)
    #expect(abs(found.creditPerYear[0] - 0.99 * 20 * fir * 44 / 12 * 10 / 5) < 1e-9)
  }

  @Test func whatOneDateLeavesOutIsNoGrowthAtTheOther() throws {
    // The unknown species is gone from the later record: with the later composition held, both
    // volumes are of 杉木, and the stand grew by nothing.
    let gone = try credits(
      Stand(second: "无参数树", volume: 100, secondVolume: 40), Stand(volume: 100))
    #expect(abs(gone.creditPerYear[0]) < 1e-9)
    let came = try credits(
      Stand(volume: 100), Stand(second: "无参数树", volume: 100, secondVolume: 40))
    #expect(abs(came.creditPerYear[0]) < 1e-9)
    #expect(came.status == [.computedInPart])
  }

  @Test func aStandThatIsAllOfItIsNotComputed() throws {
    let all = Stand(second: "无参数树", volume: 100, secondVolume: 100)
    #expect(try credits(all, all).status == [.noCoefficient])
  }

  @Test func theExplanationSaysWhatIsLeftOut() throws {
    let pair = try Survey.pair(
      [Stand(second: "毛竹", volume: 80, secondVolume: 8)],
      [Stand(second: "毛竹", volume: 100, secondVolume: 10)])
    let derivation = try Parameters.method(Parameters.wholeGrowth()).derivation(of: pair, row: 0)
    #expect(derivation.value(of: "s2") == 0.1)
    let step = try #require(derivation.steps.first { $0.symbol == "k2" })
    #expect(step.formula == "(1 − s)·D·BEF·(1 + R)·CF")
    #expect(abs(step.value - 0.9 * fir) < 1e-12)
  }

  @Test func aRowWithoutAnEarlierVolumeHasNoFormulaOfIt() throws {
    let pair = try Survey.pair([Stand(volume: .nan)], [Stand()])
    let derivation = try Parameters.method(Parameters.file()).derivation(of: pair, row: 0)
    #expect(derivation.status == .noVolume)
    #expect(!derivation.steps.contains { $0.formula.contains("c1") })
    #expect(derivation.value(of: "c2") != nil)
    #expect(derivation.value(of: "C2") != nil)
  }
}
