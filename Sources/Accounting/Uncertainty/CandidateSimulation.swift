/// Credits of candidates, drawn again and again with every number off by its error.
///
/// In one draw, all stands of a species group share the error of its coefficients and of its growth
/// model, and each 小班 has a survey error of its own at each date:
///
/// x = Σ k·(C2·e2 − C1·e1) for measured rows, x = Σ k·m·(C2 − C1)·e2 for modelled ones, whose
/// earlier stock was reckoned back from the later volume and so is off by the same factor. Where the
/// method file says so, the error goes with the area of the 小班, and a part of it is common to all
/// of a candidate.
///
/// Errors are keyed by seed, 小班 and draw, and rows are added in the order of their keys. So any
/// part of candidates or draws, computed anywhere, has the very numbers that the whole has.
public struct CandidateSimulation: Sendable {
  public let draws: Int
  public let candidateCount: Int
  private let rows: SimulationRows
  /// Row numbers, by candidate and key.
  private let order: [Int]
  /// Where each candidate begins in `order`, and the end.
  private let starts: [Int]
  private let shared: SharedFactors
  private let generator: CounterGenerator
  private let noise: SurveyNoise
  private let village: SurveyNoise?
  private let uncertainty: UncertaintyParameters

  /// - Parameters:
  ///   - rows: what all candidates hold.
  ///   - candidateCount: more than the largest candidate number among the rows.
  ///   - uncertainty: how far the numbers may be off.
  public init(_ rows: SimulationRows, candidateCount: Int, uncertainty: UncertaintyParameters) {
    self.rows = rows
    self.candidateCount = candidateCount
    draws = uncertainty.draws
    var starts = [Int](repeating: 0, count: candidateCount + 1)
    let kept = rows.rows.indices.filter { rows.rows[$0].candidate < candidateCount }
    for row in kept { starts[rows.rows[row].candidate + 1] += 1 }
    for candidate in 0..<candidateCount { starts[candidate + 1] += starts[candidate] }
    order = kept.sorted {
      let one = rows.rows[$0]
      let two = rows.rows[$1]
      return (one.candidate, one.key, $0) < (two.candidate, two.key, $1)
    }
    self.starts = starts
    shared = SharedFactors(groups: rows.groups, uncertainty: uncertainty)
    generator = CounterGenerator(seed: uncertainty.seed, stream: .survey)
    self.uncertainty = uncertainty
    var errors = order.map {
      uncertainty.ownSurveyVariance(area: rows.rows[$0].area).squareRoot()
    }
    // By itself a 小班 has the whole of its error.
    if uncertainty.villageShare > 0 {
      errors += order.map { uncertainty.surveyError(area: rows.rows[$0].area) }
    }
    noise = SurveyNoise(relativeErrors: errors, correlation: uncertainty.surveyCorrelation)
    let common = uncertainty.villageSurveyVariance.squareRoot()
    village =
      common > 0
      ? SurveyNoise(relativeErrors: [common], correlation: uncertainty.surveyCorrelation) : nil
  }

  /// The factors that all rows of a candidate have in common, by draw: of the later date, then of the
  /// earlier; empty for none.
  private func villageFactors(_ candidate: Int, draws part: Range<Int>) -> [Double] {
    guard let village else { return [] }
    let pick = village.pick(relativeError: uncertainty.villageSurveyVariance.squareRoot())
    let generator = CounterGenerator(seed: uncertainty.seed, stream: .village)
    let state = generator.state(key: UInt64(candidate))
    var factors = [Double](repeating: 1, count: 2 * part.count)
    for place in 0..<part.count {
      let bits = CounterGenerator.bits(state: state, draw: part.lowerBound + place)
      let both = 1 + pick.common * village.common[pick.start + SurveyNoise.first(bits)]
      factors[place] =
        both * (1 + pick.own * village.own[pick.start + SurveyNoise.second(bits)])
      factors[part.count + place] =
        both * (1 + pick.own * village.own[pick.start + SurveyNoise.third(bits)])
    }
    return factors
  }

  /// The band of one candidate after the floor; `.unknown` if it has no computed row.
  public func band(candidate: Int) -> CreditBand {
    starts[candidate] == starts[candidate + 1]
      ? .unknown : CreditBand(draws: credits(candidate: candidate))
  }

  /// The bands of a run of candidates. Runs may be computed apart, on any thread.
  public func bands(candidates: Range<Int>) -> [CreditBand] {
    candidates.map { band(candidate: $0) }
  }

  /// The credit of one candidate in each draw, after the floor, tCO2e over the crediting period.
  ///
  /// Draws of the same number belong together: added over candidates they give the draws of the
  /// whole undertaking.
  /// - Parameter draws: which draws; nil for all. Must lie within those of the simulation.
  public func credits(candidate: Int, draws part: Range<Int>? = nil) -> [Double] {
    let part = part ?? 0..<draws
    var sums = [Double](repeating: 0, count: part.count)
    let village = villageFactors(candidate, draws: part)
    for place in starts[candidate]..<starts[candidate + 1] {
      let row = rows.rows[order[place]]
      let error = uncertainty.ownSurveyVariance(area: row.area).squareRoot()
      add(row, error: error, village: village, draws: part, to: &sums)
    }
    guard rows.floor == .project else { return sums }
    for place in sums.indices { sums[place] = max(sums[place], 0) }
    return sums
  }

  /// The bands of the single 小班 of one candidate, by their position in `SimulationRows.rows`.
  /// They are those of the rows before any floor of the project, and do not add up: errors of
  /// neighbours cancel in the sum.
  public func rowBands(candidate: Int) -> [(row: Int, band: CreditBand)] {
    order[starts[candidate]..<starts[candidate + 1]].sorted().map { row in
      var sums = [Double](repeating: 0, count: draws)
      let error = uncertainty.surveyError(area: rows.rows[row].area)
      add(rows.rows[row], error: error, village: [], draws: 0..<draws, to: &sums)
      return (row, CreditBand(draws: sums))
    }
  }

  /// Adds one row's credit to the sums of a run of draws.
  /// - Parameters:
  ///   - error: relative error of its volume at either date, besides the village's.
  ///   - village: as `villageFactors` gives them.
  private func add(
    _ row: SimulationRow, error: Double, village: [Double], draws part: Range<Int>,
    to sums: inout [Double]
  ) {
    let state = generator.state(key: row.key)
    let modelled = row.evidence.isModelled
    let pick = noise.pick(relativeError: error)
    if rows.isLinear, village.isEmpty, let group = row.singleGroup {
      let run = shared.run(group: group, evidence: row.evidence) * draws
      let later = row.later.tonnes * rows.gain
      let first = row.first.tonnes * rows.gain
      if modelled {
        addModelled(
          later - first, baseline: row.baseline, state: state, pick: pick, run: run, draws: part,
          to: &sums)
      } else {
        addMeasured(
          later: later, first: first, baseline: row.baseline, state: state, pick: pick, run: run,
          draws: part, to: &sums)
      }
      return
    }
    let runs = [row.later, row.laterSecond, row.first, row.firstSecond].map {
      shared.run(group: $0.group, evidence: row.evidence) * draws
    }
    let factors = shared.values.span
    let common = noise.common.span
    let own = noise.own.span
    let crew = village.span
    var target = sums.mutableSpan
    for place in 0..<part.count {
      let draw = part.lowerBound + place
      let bits = CounterGenerator.bits(state: state, draw: draw)
      let both = 1 + pick.common * common[pick.start + SurveyNoise.first(bits)]
      var laterError = both * (1 + pick.own * own[pick.start + SurveyNoise.second(bits)])
      var firstError = both * (1 + pick.own * own[pick.start + SurveyNoise.third(bits)])
      if !crew.isEmpty {
        laterError *= crew[place]
        firstError *= crew[part.count + place]
      }
      if modelled { firstError = laterError }
      let later =
        row.later.tonnes * factors[runs[0] + draw]
        + row.laterSecond.tonnes * factors[runs[1] + draw]
      let first =
        row.first.tonnes * factors[runs[2] + draw]
        + row.firstSecond.tonnes * factors[runs[3] + draw]
      let growth = later * laterError - first * firstError + row.constant
      target[place] += rows.credit(growth: growth, baseline: row.baseline)
    }
  }

  private func addMeasured(
    later: Double, first: Double, baseline: Double, state: UInt64, pick: SurveyNoise.Pick, run: Int,
    draws: Range<Int>, to sums: inout [Double]
  ) {
    let factors = shared.values.span
    let common = noise.common.span
    let own = noise.own.span
    var target = sums.mutableSpan
    let (start, change) = (pick.start, later - first)
    let (laterOwn, firstOwn) = (later * pick.own, first * pick.own)
    for place in 0..<draws.count {
      let draw = draws.lowerBound + place
      let bits = CounterGenerator.bits(state: state, draw: draw)
      let drawn =
        change + laterOwn * own[start + SurveyNoise.second(bits)]
        - firstOwn * own[start + SurveyNoise.third(bits)]
      let both = 1 + pick.common * common[start + SurveyNoise.first(bits)]
      target[place] += factors[run + draw] * both * drawn - baseline
    }
  }

  private func addModelled(
    _ growth: Double, baseline: Double, state: UInt64, pick: SurveyNoise.Pick, run: Int,
    draws: Range<Int>, to sums: inout [Double]
  ) {
    let factors = shared.values.span
    let common = noise.common.span
    let own = noise.own.span
    var target = sums.mutableSpan
    for place in 0..<draws.count {
      let draw = draws.lowerBound + place
      let bits = CounterGenerator.bits(state: state, draw: draw)
      let error =
        (1 + pick.common * common[pick.start + SurveyNoise.first(bits)])
        * (1 + pick.own * own[pick.start + SurveyNoise.second(bits)])
      target[place] += factors[run + draw] * error * growth - baseline
    }
  }
}
