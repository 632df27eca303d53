import Accounting
import Inventory
import Testing

@Suite("Bands of land that is cut into more 小班 or fewer")
struct SplitBandTests {
  private static func model(
    reference: Double? = 5, village: Double = 0, correlation: Double = 0, draws: Int = 40_000
  ) -> UncertaintyParameters {
    var model = UncertaintyCases.model(correlation: correlation, draws: draws)
    model.referenceArea = reference
    model.villageShare = village
    return model
  }

  /// Ten hectares that went from 80 to 100 m³/ha, in equal or unequal parts.
  private static func rows(_ areas: [Double]) throws -> SimulationRows {
    let method = try Parameters.method(
      Parameters.wholeGrowth().replacing(#"floor: "project""#, with: #"floor: "none""#))
    let pair = try Survey.pair(
      areas.map { Stand(volume: 80, area: $0) }, areas.map { Stand(volume: 100, area: $0) })
    return SimulationRows(
      method: method, pair: pair, candidate: areas.map { _ in 0 })
  }

  private static let cuts: [[Double]] = [
    [10], [5, 5], [2.5, 2.5, 2.5, 2.5], [7, 2, 1], [0.1, 0.4, 9.5],
  ]

  @Test(
    "the analytic variance is the same to the last digits", arguments: [0.0, 0.3, 1], [0.0, 0.5])
  func variance(correlation: Double, village: Double) throws {
    let model = Self.model(village: village, correlation: correlation)
    let variances = try Self.cuts.map {
      AnalyticPropagation(try Self.rows($0), uncertainty: model).moments(candidateCount: 1)[0]
    }
    for one in variances {
      #expect(abs(one.variance / variances[0].variance - 1) < 1e-12)
      #expect(abs(one.mean / variances[0].mean - 1) < 1e-12)
    }
  }

  @Test("by hand: σ²·A_ref·Σ A·v², and the shared error of the coefficients on top")
  func byHand() throws {
    var model = Self.model()
    model.coefficientError = 0
    let moments = AnalyticPropagation(try Self.rows([7, 2, 1]), uncertainty: model)
      .moments(candidateCount: 1)[0]
    let unit = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12
    let variance = 0.04 * 5 * 10 * unit * unit * (80 * 80 + 100 * 100)
    #expect(abs(moments.variance / variance - 1) < 1e-12)
    // All of it shared within the village: no more than one error for the sum.
    model.villageShare = 1
    let shared = AnalyticPropagation(try Self.rows([7, 2, 1]), uncertainty: model)
      .moments(candidateCount: 1)[0]
    let whole = 0.04 * unit * unit * 100 * (80 * 80 + 100 * 100)
    #expect(abs(shared.variance / whole - 1) < 1e-12)
    #expect(shared.ownVariance == 0)
  }

  @Test("drawn bands agree with each other and with the analytic variance", arguments: [0.0, 0.4])
  func drawn(village: Double) throws {
    let model = Self.model(village: village, correlation: 0.3)
    let bands = try Self.cuts.map { areas in
      CandidateSimulation(try Self.rows(areas), candidateCount: 1, uncertainty: model)
        .band(candidate: 0)
    }
    let exact = AnalyticPropagation(try Self.rows([10]), uncertainty: model)
      .moments(candidateCount: 1)[0]
    // Standard errors of 40 000 draws: a deviation is known to 0.4 %, a P10 to 0.9 % of it.
    for (band, cut) in zip(bands, Self.cuts) {
      #expect(abs(band.deviation / exact.deviation - 1) < 0.02, "\(cut)")
      #expect(abs(band.mean - exact.mean) < 0.025 * exact.deviation, "\(cut)")
      #expect(abs(band.p10 - bands[0].p10) < 0.05 * exact.deviation, "\(cut)")
      #expect(abs(band.p90 - bands[0].p90) < 0.05 * exact.deviation, "\(cut)")
    }
  }

  @Test("without a reference area every 小班 is off alike, so a finer cut looks surer")
  func without() throws {
    let model = Self.model(reference: nil)
    let variances = try [[10.0], [5, 5]].map {
      AnalyticPropagation(try Self.rows($0), uncertainty: model).moments(candidateCount: 1)[0]
        .ownVariance
    }
    #expect(abs(variances[0] / variances[1] - 2) < 1e-12)
  }

  @Test("the smallest sliver has the greatest error that is believed, and its mean is kept")
  func sliver() throws {
    let model = Self.model()
    #expect(abs(model.surveyError(area: 5) - 0.2) < 1e-15)
    #expect(model.surveyError(area: 0.05) == 2)
    #expect(model.surveyError(area: 0.0001) == 2)
    let rows = try Self.rows([0.05])
    let band = CandidateSimulation(rows, candidateCount: 1, uncertainty: model).band(candidate: 0)
    let exact = AnalyticPropagation(rows, uncertainty: model).moments(candidateCount: 1)[0]
    #expect(abs(band.mean - exact.mean) < 0.03 * exact.deviation)
    #expect(abs(band.deviation / exact.deviation - 1) < 0.1)
  }

  @Test("a file says so, with the hectares in range")
  func file() throws {
    let text = Parameters.file(
      more: UncertaintyCases.block.replacing(
        "relativeError: 0.2,", with: "relativeError: 0.2, referenceArea: 5, villageShare: 0.25,"))
    let model = try #require(try Parameters.read(text).uncertaintyModel)
    #expect(model.referenceArea == 5 && model.villageShare == 0.25)
    let refused = text.replacing("referenceArea: 5", with: "referenceArea: 50000")
    #expect(throws: (any Error).self) { try Parameters.read(refused) }
  }
}
