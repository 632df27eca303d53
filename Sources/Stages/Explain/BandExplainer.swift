internal import Accounting
internal import Archive
internal import Inventory

/// Draws the band of one 小班 anew and lays it beside the stored one.
enum BandExplainer {
  /// Nil where there is no credit or the method states no errors.
  static func band(
    _ method: any AccountingMethod, pair: SurveyPair, stored: [Double]?
  ) -> MethodExplanation.Band? {
    guard let uncertainty = method.parameters.uncertaintyModel,
      let band = SubcompartmentBands.draw(method, single: pair)
    else { return nil }
    let rows = SimulationRows(method: method, pair: pair, candidate: [0])
    let moments = AnalyticPropagation(rows, uncertainty: uncertainty).moments(candidateCount: 1)
    var groups: [Int] = []
    for row in rows.rows {
      for amount in [row.later, row.laterSecond, row.first, row.firstSecond]
      where amount.group >= 0 && !groups.contains(amount.group) {
        groups.append(amount.group)
      }
    }
    let names = groups.sorted().map { rows.groups[$0] }
    return MethodExplanation.Band(
      p10: band.p10, p50: band.p50, p90: band.p90, deviation: band.deviation,
      analyticDeviation: moments[0].deviation, draws: uncertainty.draws, seed: uncertainty.seed,
      surveyError: uncertainty.surveyError(area: pair.second.area[0]),
      surveyCorrelation: uncertainty.surveyCorrelation,
      coefficientErrors: names.map {
        .init(group: $0, relativeError: uncertainty.coefficientError(of: $0))
      },
      growthModelError: uncertainty.growthError(of: pair.evidence[0]),
      isFloored: method.parameters.floor == .subcompartment, stored: stored)
  }

  /// The stored band of one row; nil where the run was not asked for bands of 小班.
  static func stored(
    _ connection: borrowing Connection, method: Int, row: Int64
  ) throws -> [Double]? {
    let set = try connection.columns(
      """
      SELECT credit_p10_tco2e, credit_p50_tco2e, credit_p90_tco2e FROM subcompartment_band
      WHERE method = ? AND subcompartment = ?
      """, [.integer(Int64(method)), .integer(row)], kinds: [.real, .real, .real])
    guard set.rows > 0 else { return nil }
    return try (0..<3).map { try set.reals($0)[0] }
  }
}
