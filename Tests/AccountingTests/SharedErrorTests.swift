import Accounting
import Inventory
import Testing

/// The error of coefficients is one for all stands of a species: it does not average out, and the
/// variance says by how much.
@Suite("Shared errors") struct SharedErrorTests {
  private static let (survey, coefficient) = (0.05, 0.2)

  private func method(draws: Int) throws -> any AccountingMethod {
    try Parameters.method(
      Parameters.file(
        family: "whole-natural-growth", benchmark: "", floor: "none",
        more: UncertaintyCases.block.replacing(
          "relativeError: 0.2, correlation", with: "relativeError: 0.05, correlation"
        )
        .replacing("coefficient: { relativeError: 0.1", with: "coefficient: { relativeError: 0.2")
        .replacing("draws: 4000", with: "draws: \(draws)")))
  }

  /// By hand: with L and F the later and earlier tonnes of a stand, s and c the survey and
  /// coefficient errors, and X the sum of L − F of one species,
  /// Var = Σ (L² + F²)·s²·(1 + c²) + Σ_species X²·c².
  @Test func theVarianceOfATotalIsTheOneByHand() throws {
    let method = try method(draws: 20_000)
    let uncertainty = try #require(method.parameters.uncertaintyModel)
    let species = ["杉木", "马尾松", "木荷"]
    let first = (0..<90).map {
      Stand(species: species[$0 % 3], volume: 60 + Double($0 % 17), area: 2 + Double($0 % 5))
    }
    let second = first.enumerated().map { place, stand in
      var later = stand
      later.volume += 12 + Double(place % 11)
      return later
    }
    let pair = try Survey.pair(first, second)
    let credits = method.credits(of: pair)
    var own = 0.0
    var sums: [String: Double] = [:]
    var apart = 0.0
    for row in 0..<90 {
      let (later, earlier) = (
        credits.stockSecond[row] * 44 / 12, credits.stockFirst[row] * 44 / 12
      )
      own +=
        (later * later + earlier * earlier) * Self.survey * Self.survey
        * (1 + Self.coefficient * Self.coefficient)
      sums[first[row].species, default: 0] += later - earlier
      apart += (later - earlier) * (later - earlier) * Self.coefficient * Self.coefficient
    }
    var shared = 0.0
    for sum in sums.values { shared += sum * sum * Self.coefficient * Self.coefficient }

    let rows = SimulationRows(
      method: method, pair: pair, candidate: [Int32](repeating: 0, count: 90))
    let moments = AnalyticPropagation(rows, uncertainty: uncertainty).moments(candidateCount: 1)[0]
    #expect(abs(moments.ownVariance / own - 1) < 1e-9)
    #expect(abs(moments.variance / (own + shared) - 1) < 1e-9)

    // The draws agree within their own error, and not with the sum of independent errors.
    let band = CandidateSimulation(rows, candidateCount: 1, uncertainty: uncertainty)
      .band(candidate: 0)
    let error = moments.variance * (3.2 / 20_000.0).squareRoot()
    #expect(abs(band.deviation * band.deviation - moments.variance) < 4 * error)
    #expect(abs(band.mean - moments.mean) < 4 * moments.deviation / 20_000.0.squareRoot())
    let factor = ((own + shared) / (own + apart)).squareRoot()
    #expect(factor > 2)
    let independent = (own + apart).squareRoot()
    #expect(abs(band.deviation / independent / factor - 1) < 0.03)
  }

  /// The more stands of one species, the nearer the relative error comes to that of the coefficient.
  @Test func manyStandsAreNoSurerThanTheirCoefficient() throws {
    let method = try method(draws: 2000)
    let uncertainty = try #require(method.parameters.uncertaintyModel)
    var last = Double.infinity
    for count in [1, 10, 100, 1000] {
      let pair = try Survey.pair(
        [Stand](repeating: Stand(volume: 80), count: count),
        [Stand](repeating: Stand(volume: 100), count: count))
      let rows = SimulationRows(
        method: method, pair: pair, candidate: [Int32](repeating: 0, count: count))
      let moments = AnalyticPropagation(rows, uncertainty: uncertainty)
        .moments(candidateCount: 1)[0]
      let relative = moments.deviation / moments.mean
      #expect(relative < last && relative > Self.coefficient)
      last = relative
    }
    #expect(last < 1.01 * Self.coefficient)
  }

  /// Entries of one group for several 龄组 are one source of error.
  @Test func entriesOfOneGroupShareItsError() throws {
    let split = Parameters.expansion.replacing(
      #"{ group: "杉木", density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520 },"#,
      with: """
        { group: "杉木", ageGroups: ["young"], density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520 },
        { group: "杉木", density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520 },
        """)
    func moments(_ coefficients: String) throws -> (Double, Double) {
      let method = try Parameters.method(
        Parameters.file(
          family: "whole-natural-growth", stock: Parameters.stock(coefficients: coefficients),
          benchmark: "", floor: "none", more: UncertaintyCases.block))
      let uncertainty = try #require(method.parameters.uncertaintyModel)
      let pair = try Survey.pair(
        [Stand(volume: 50, ageGroup: .young), Stand(volume: 80)],
        [Stand(volume: 70, ageGroup: .young), Stand(volume: 95)])
      let rows = SimulationRows(method: method, pair: pair, candidate: [0, 0])
      let analytic = AnalyticPropagation(rows, uncertainty: uncertainty)
        .moments(candidateCount: 1)[0]
      let drawn = CandidateSimulation(rows, candidateCount: 1, uncertainty: uncertainty)
        .band(candidate: 0)
      return (analytic.deviation, drawn.deviation)
    }
    let (whole, parts) = (try moments(Parameters.expansion), try moments(split))
    #expect(abs(whole.0 - parts.0) < 1e-9 * whole.0)
    #expect(whole.1 == parts.1)
  }
}
