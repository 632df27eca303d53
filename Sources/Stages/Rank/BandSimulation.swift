internal import Accounting
internal import Inventory
internal import Pipeline
internal import Screening

/// How far the credits of one method's candidates may be off.
struct BandSimulation: Sendable {
  /// One candidate.
  struct Outcome: Sendable {
    var band: CreditBand
    /// tCO2e after the floor, draw by draw; empty if the method states no errors.
    var draws: [Double]

    static let unknown = Outcome(band: .unknown, draws: [])
  }

  /// Outcomes in the order of the candidates.
  ///
  /// Passing rows are drawn with their eligible share, as they enter the candidate's credit; so the
  /// band is that of the credit shown.
  static func outcomes(
    of candidates: [Candidate], method source: MethodSource, pair: SurveyPair?,
    eligibility: EligibilityColumns, lost: (pair: SurveyPair, losses: MissingLosses)? = nil,
    context: StageContext
  ) throws -> [Outcome] {
    guard let pair, let uncertainty = source.parameters.uncertaintyModel,
      let method = MethodCatalogue.method(for: source.parameters)
    else { return Array(repeating: .unknown, count: candidates.count) }
    var place: [Int32: Int32] = [:]
    for (number, candidate) in candidates.enumerated() {
      place[candidate.village] = Int32(number)
    }
    let (second, verdict, shares) = (pair.second, eligibility.verdict, eligibility.eligibleShare)
    let numbers = second.village.indices.map { row in
      verdict[row] == .pass && shares[row].isFinite ? place[second.village[row]] ?? -1 : -1
    }
    var rows = SimulationRows(method: method, pair: pair, candidate: numbers, share: shares)
    if let lost {
      for candidate in candidates where candidate.passing.count == 0 {
        place[candidate.village] = nil
      }
      rows.append(
        SimulationRows(
          method: method, pair: lost.pair,
          candidate: lost.losses.villages.map { place[$0] ?? -1 }, share: lost.losses.shares))
    }
    let simulation = CandidateSimulation(
      rows, candidateCount: candidates.count, uncertainty: uncertainty)
    return try Workers.map(
      count: candidates.count, threads: context.threads, interruption: context.interruption,
      body: { candidate in
        // A village without a single computed row has no figure that could be off.
        let band = simulation.band(candidate: candidate)
        guard band.p50.isFinite else { return Outcome.unknown }
        return Outcome(band: band, draws: simulation.credits(candidate: candidate))
      })
  }
}
