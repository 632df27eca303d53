import Accounting
import Inventory
import Testing

/// Draws against the formulas for the same model.
@Suite struct SimulationTests {
  private func simulation(
    _ rows: SimulationRows, _ candidates: Int, _ model: UncertaintyParameters
  ) -> CandidateSimulation {
    CandidateSimulation(rows, candidateCount: candidates, uncertainty: model)
  }

  /// Fixed volumes: all that is off is one log-normal factor, whose quantiles are known.
  @Test func aSingleFactorGivesTheLogNormalQuantiles() {
    var rows = SimulationRows(groups: ["杉木"], floor: .none)
    rows.append(
      SimulationRow(
        candidate: 0, key: 7, first: .init(group: 0, tonnes: 400),
        later: .init(group: 0, tonnes: 1400)))
    // σ of the logarithm for 20 % is 0.198042; exp(−σ²/2 ± 1.281552·σ) = 0.760802, 1.263951.
    for model in [
      UncertaintyCases.model(survey: 0.2, correlation: 1, coefficient: 0, draws: 40_000),
      UncertaintyCases.model(survey: 0, coefficient: 0.2, draws: 40_000),
    ] {
      let band = simulation(rows, 1, model).band(candidate: 0)
      #expect(abs(band.p10 - 760.802) < 5)
      #expect(abs(band.p50 - 980.581) < 5)
      #expect(abs(band.p90 - 1263.951) < 8)
      #expect(abs(band.mean - 1000) < 4)
      #expect(abs(band.deviation - 200) < 3)
    }
  }

  /// Means and variances of 25 candidates with rows of every kind, each within four standard
  /// errors of what the formula gives, and together neither too near nor too far.
  @Test(arguments: [0, 0.5, 1])
  func drawsAgreeWithTheFormula(correlation: Double) {
    let rows = UncertaintyCases.rows(candidates: 25, each: 40)
    let model = UncertaintyCases.model(correlation: correlation, draws: 2000)
    let bands = simulation(rows, 25, model).bands(candidates: 0..<25)
    let moments = AnalyticPropagation(rows, uncertainty: model).moments(candidateCount: 25)
    for (band, moment) in zip(bands, moments) {
      #expect(abs(band.mean - moment.mean) < 4 * moment.deviation / 2000.0.squareRoot())
      // The fourth moment of these sums is a little above the normal one.
      let error = moment.variance * (2.6 / 2000).squareRoot()
      #expect(abs(band.deviation * band.deviation - moment.variance) < 4 * error)
    }
  }

  /// With nothing shared the candidates are independent, and the scatter of their means about the
  /// formula must be that of a fair generator: χ² of 400 with 400 degrees of freedom.
  @Test func independentErrorsAreIndependent() {
    var rows = UncertaintyCases.rows(candidates: 400, each: 5, seed: 3)
    let model = UncertaintyCases.model(coefficient: 0, growth: 0, draws: 250)
    let bands = simulation(rows, 400, model).bands(candidates: 0..<400)
    let moments = AnalyticPropagation(rows, uncertainty: model).moments(candidateCount: 400)
    var means = 0.0
    for (band, moment) in zip(bands, moments) {
      let deviation = (band.mean - moment.mean) / (moment.deviation / 250.0.squareRoot())
      means += deviation * deviation
      #expect(abs(moment.ownVariance - moment.variance) < 1e-9 * moment.variance)
    }
    #expect(means > 400 - 4 * 28.3 && means < 400 + 4 * 28.3)
    // Neighbouring keys, as row numbers are, must serve as well as scattered ones.
    rows = SimulationRows(groups: ["杉木"], floor: .none)
    for key in 0..<10_000 {
      rows.append(
        SimulationRow(
          candidate: key / 25, key: UInt64(key), first: .init(group: 0, tonnes: 100),
          later: .init(group: 0, tonnes: 120)))
    }
    // 25·0.04·(100² + 120²) = 24 400.
    let even = simulation(rows, 400, model).bands(candidates: 0..<400)
    var chi = 0.0
    var spread = 0.0
    for band in even {
      chi += (band.mean - 500) * (band.mean - 500) / (24_400.0 / 250)
      spread += band.deviation * band.deviation / 400
    }
    #expect(chi > 400 - 4 * 28.3 && chi < 400 + 4 * 28.3)
    #expect(abs(spread / 24_400 - 1) < 0.02)
  }

  /// Coefficients are shared: a thousand stands of one species keep their whole error, of ten
  /// species a tenth of the variance is left; survey errors average out by stands.
  @Test func sharedErrorsDoNotAverageOut() {
    let names = (0..<10).map { "g\($0)" }
    func deviation(groups: Int, _ model: UncertaintyParameters) -> Double {
      var rows = SimulationRows(groups: names, floor: .none)
      for key in 0..<1000 {
        rows.append(
          SimulationRow(
            candidate: 0, key: UInt64(key), first: .none,
            later: .init(group: key % groups, tonnes: 1)))
      }
      return simulation(rows, 1, model).band(candidate: 0).deviation
    }
    let coefficient = UncertaintyCases.model(survey: 0, coefficient: 0.1, draws: 4000)
    #expect(abs(deviation(groups: 1, coefficient) - 100) < 5)
    #expect(abs(deviation(groups: 10, coefficient) - 31.6) < 1.6)
    let survey = UncertaintyCases.model(survey: 0.2, coefficient: 0, draws: 4000)
    #expect(abs(deviation(groups: 1, survey) - 6.32) < 0.32)
  }

  @Test func moreErrorIsAWiderBand() {
    let rows = UncertaintyCases.rows(candidates: 1, each: 60)
    var last = 0.0
    for error in [0, 0.05, 0.1, 0.2, 0.4] {
      for model in [
        UncertaintyCases.model(survey: error, coefficient: 0.1),
        UncertaintyCases.model(survey: 0.1, coefficient: error),
        UncertaintyCases.model(survey: 0.1, coefficient: 0.1, growth: error),
      ] {
        let band = simulation(rows, 1, model).band(candidate: 0)
        #expect(band.p10 < band.p50 && band.p50 < band.p90)
      }
      let width = simulation(
        rows, 1, UncertaintyCases.model(survey: error, coefficient: error, growth: error)
      ).band(candidate: 0)
      #expect(error == 0 ? width.p90 == width.p10 : width.p90 - width.p10 > last)
      last = width.p90 - width.p10
    }
  }

  @Test func noErrorIsNoBand() {
    let rows = UncertaintyCases.rows(candidates: 3, each: 30)
    let model = UncertaintyCases.model(survey: 0, coefficient: 0, growth: 0)
    let moments = AnalyticPropagation(rows, uncertainty: model).moments(candidateCount: 3)
    for candidate in 0..<3 {
      let band = simulation(rows, 3, model).band(candidate: candidate)
      #expect(band.p10 == band.p90)
      #expect(abs(band.p50 - moments[candidate].mean) < 1e-9 * abs(band.p50))
      #expect(band.deviation < 1e-9 * abs(band.p50))
      #expect(moments[candidate].variance == 0)
    }
  }

  @Test func anyPartitionAndAnyOrderGiveTheSameBits() {
    let rows = UncertaintyCases.rows(candidates: 7, each: 50)
    let model = UncertaintyCases.model(draws: 300)
    let whole = simulation(rows, 7, model)
    let parts = whole.bands(candidates: 0..<3) + whole.bands(candidates: 3..<7)
    #expect(parts == whole.bands(candidates: 0..<7))
    let cut =
      whole.credits(candidate: 2, draws: 0..<1) + whole.credits(candidate: 2, draws: 1..<211)
      + whole.credits(candidate: 2, draws: 211..<300)
    #expect(cut == whole.credits(candidate: 2))
    var random = Randomness(9)
    var shuffled = SimulationRows(groups: rows.groups, floor: .none)
    for row in rows.rows.shuffled(using: &random) { shuffled.append(row) }
    #expect(
      simulation(shuffled, 7, model).bands(candidates: 0..<7) == whole.bands(candidates: 0..<7))
    // A candidate alone has the numbers that it has among others.
    var alone = SimulationRows(groups: rows.groups, floor: .none)
    for row in rows.rows where row.candidate == 4 { alone.append(row) }
    #expect(simulation(alone, 7, model).credits(candidate: 4) == whole.credits(candidate: 4))
    let other = simulation(rows, 7, UncertaintyCases.model(draws: 300, seed: 2))
    #expect(other.credits(candidate: 0) != whole.credits(candidate: 0))
  }

  /// The order of coefficients in a file is not the order of their errors.
  @Test func groupsAreKnownByName() {
    func draws(_ groups: [String], _ number: Int) -> [Double] {
      var rows = SimulationRows(groups: groups, floor: .none)
      rows.append(
        SimulationRow(
          candidate: 0, key: 1, first: .none, later: .init(group: number, tonnes: 10)))
      return simulation(rows, 1, UncertaintyCases.model()).credits(candidate: 0)
    }
    #expect(draws(["杉木", "桉树"], 0) == draws(["桉树", "杉木"], 1))
    #expect(draws(["杉木", "桉树"], 0) != draws(["杉木", "桉树"], 1))
  }

  @Test func theFloorOfTheProjectHolds() {
    var rows = SimulationRows(groups: ["杉木"], floor: .project)
    for key in 0..<4 {
      rows.append(
        SimulationRow(
          candidate: key / 2, key: UInt64(key), first: .init(group: 0, tonnes: 100),
          later: .init(group: 0, tonnes: 110), baseline: key < 2 ? 40 : 0))
    }
    let simulation = simulation(rows, 3, UncertaintyCases.model())
    let low = simulation.band(candidate: 0)
    #expect(low.p10 == 0 && low.p50 == 0)
    #expect(simulation.credits(candidate: 1).allSatisfy { $0 >= 0 })
    // The floor lifts the mean: half of the distribution is cut off below.
    #expect(simulation.band(candidate: 1).mean > 20)
    #expect(simulation.band(candidate: 2).p50.isNaN)
    let analytic = AnalyticPropagation(rows, uncertainty: UncertaintyCases.model())
    #expect(analytic.band(of: analytic.moments(candidateCount: 3)[0]).p50 == 0)
  }

  /// Leakage off gains only, and a floor at each 小班, bend the line; where no row comes near the
  /// bend the tangent tells the truth.
  @Test func theTangentServesFarFromTheBend() {
    let model = UncertaintyCases.model(survey: 0.01, coefficient: 0.05, growth: 0.05, draws: 4000)
    for floor in [FloorRule.none, .subcompartment] {
      var rows = SimulationRows(groups: ["杉木", "桉树"], gain: 0.8, loss: 1, floor: floor)
      for key in 0..<30 {
        rows.append(
          SimulationRow(
            candidate: 0, key: UInt64(key), first: .init(group: key % 2, tonnes: 100),
            later: .init(group: key % 2, tonnes: key % 5 == 0 ? 60 : 150), baseline: 1))
      }
      let band = simulation(rows, 1, model).band(candidate: 0)
      let moments = AnalyticPropagation(rows, uncertainty: model).moments(candidateCount: 1)[0]
      // 24 gains of 50 at 0.8 less 1, 6 losses of 40 less 1.
      #expect(abs(moments.mean - (24 * 39 - (floor == .none ? 6 * 41 : 0))) < 1e-9)
      #expect(abs(band.mean - moments.mean) < 4 * moments.deviation / 4000.0.squareRoot())
      #expect(abs(band.deviation / moments.deviation - 1) < 0.05)
    }
  }

  @Test func singleStandsAreWiderThanTheirSum() {
    let rows = UncertaintyCases.rows(candidates: 2, each: 50)
    let simulation = simulation(rows, 2, UncertaintyCases.model())
    let single = simulation.rowBands(candidate: 1)
    #expect(single.map(\.row) == Array(50..<100))
    let middle = single.reduce(0) { $0 + $1.band.mean }
    let low = single.reduce(0) { $0 + $1.band.p10 }
    let whole = simulation.band(candidate: 1)
    #expect(abs(middle - whole.mean) < 1e-9 * abs(middle))
    #expect(low < whole.p10)
  }
}
