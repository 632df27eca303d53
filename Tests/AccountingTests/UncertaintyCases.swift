import Accounting
import Inventory

/// Error models and rows as tests need them.
enum UncertaintyCases {
  /// The same model as a parameter file writes it.
  static let block = """
    uncertaintyModel: {
      survey: { relativeError: 0.2, correlation: 0, \(Parameters.recalled) },
      coefficient: { relativeError: 0.1, \(Parameters.recalled) },
      growthModel: {
        fittedCurve: 0.3, publishedCurve: 0.5, flatRate: 0.6, \(Parameters.recalled),
      },
      draws: 4000,
    },
    """

  static func model(
    survey: Double = 0.2, correlation: Double = 0, coefficient: Double = 0.1, growth: Double = 0.3,
    draws: Int = 1000, seed: Int = 1
  ) -> UncertaintyParameters {
    let provenance = Provenance(.user, source: "test")
    return UncertaintyParameters(
      surveyError: survey, surveyCorrelation: correlation, surveyProvenance: provenance,
      coefficientError: coefficient, coefficientProvenance: provenance,
      growthModel: .init(
        fittedCurve: growth, publishedCurve: growth, flatRate: growth, provenance: provenance),
      draws: draws, seed: seed)
  }

  /// Rows of every kind: one group, two groups, a group that changed, felled, modelled.
  static func rows(
    candidates: Int, each: Int, seed: UInt64 = 1, gain: Double = 1, loss: Double = 1,
    floor: FloorRule = .none
  ) -> SimulationRows {
    var random = Randomness(seed)
    var rows = SimulationRows(
      groups: ["杉木", "马尾松", "桉树", "木荷"], gain: gain, loss: loss, floor: floor)
    for candidate in 0..<candidates {
      for _ in 0..<each {
        let first = Double.random(in: 50...500, using: &random)
        let later = first * Double.random(in: 0.9...1.6, using: &random)
        let group = Int.random(in: 0..<4, using: &random)
        let second = Int.random(in: 0..<4, using: &random)
        let mixed = Int.random(in: 0..<3, using: &random) == 0
        let part = mixed ? 0.3 : 0
        rows.append(
          SimulationRow(
            candidate: candidate, key: random.next(),
            evidence: EvidenceRung.allCases.filter { $0 != .none }.randomElement(using: &random)
              ?? .twoSurveys,
            first: .init(group: group, tonnes: first * (1 - part)),
            firstSecond: .init(group: second, tonnes: first * part),
            later: .init(group: mixed ? second : group, tonnes: later * (1 - part)),
            laterSecond: .init(group: group, tonnes: later * part),
            constant: mixed ? 3 : 0, baseline: first * 0.1))
      }
    }
    return rows
  }
}
