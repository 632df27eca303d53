internal import Accounting
internal import Pipeline

/// How far the credits of single 小班 may be off under one method. They do not add up: errors of
/// neighbours cancel in the sum of a village.
struct SubcompartmentBands: Sendable {
  /// Rows a worker takes at a time.
  private static let rowsPerPart = 512

  /// Rows of the pair that the method computes.
  var rows: [Int] = []
  /// tCO2e over the crediting period of the whole 小班, before any floor of the project.
  var bands: [CreditBand] = []

  /// Empty for a method that states no errors.
  static func draw(
    _ method: any AccountingMethod, pair: SurveyPair, context: StageContext
  ) throws -> SubcompartmentBands {
    var result = SubcompartmentBands()
    guard let uncertainty = method.parameters.uncertaintyModel else { return result }
    let parts = (pair.count + rowsPerPart - 1) / rowsPerPart
    let rows = Self.rows(method, pair)
    let simulation = CandidateSimulation(rows, candidateCount: parts, uncertainty: uncertainty)
    let drawn = try Workers.map(
      count: parts, threads: context.threads, interruption: context.interruption,
      body: { simulation.rowBands(candidate: $0) })
    for one in drawn.joined() {
      result.rows.append(rows.pairRows[one.row])
      result.bands.append(one.band)
    }
    return result
  }

  /// One row by itself; nil if the method does not compute it. The same numbers as among others:
  /// draws go by the key of the 小班.
  static func draw(_ method: any AccountingMethod, single pair: SurveyPair) -> CreditBand? {
    guard let uncertainty = method.parameters.uncertaintyModel else { return nil }
    let rows = SimulationRows(method: method, pair: pair, candidate: [0])
    guard !rows.rows.isEmpty else { return nil }
    return CandidateSimulation(rows, candidateCount: 1, uncertainty: uncertainty)
      .rowBands(candidate: 0).first?.band
  }

  private static func rows(
    _ method: some AccountingMethod, _ pair: SurveyPair
  ) -> SimulationRows {
    SimulationRows(
      method: method, pair: pair, candidate: (0..<pair.count).map { Int32($0 / rowsPerPart) })
  }
}
