/// The factors that rows have in common, for all draws: one run of draws for each group and kind
/// of evidence, in which the growth model's factor is already contained.
///
/// Groups are known by name to the generator, so that two methods with the same seed meet the same
/// error of 杉木 in the same draw.
struct SharedFactors: Sendable {
  /// Rungs of which growth has an error, in the order of the runs; before them comes the measured.
  static let models: [EvidenceRung] = [.fittedCurve, .publishedCurve, .flatRate]

  let draws: Int
  /// One more than there are groups: the last has no error.
  let groupCount: Int
  let values: [Double]

  init(groups: [String], uncertainty: UncertaintyParameters) {
    let draws = uncertainty.draws
    let coefficient = CounterGenerator(seed: uncertainty.seed, stream: .coefficient)
    let growthModel = CounterGenerator(seed: uncertainty.seed, stream: .growthModel)
    let keys = groups.map { CounterGenerator.key(of: Array($0.utf8)) }
    let model = Self.models.map {
      LogNormalFactor(relativeError: uncertainty.growthError(of: $0))
    }
    self.draws = draws
    groupCount = groups.count + 1
    var values = [Double](repeating: 1, count: (1 + model.count) * groupCount * draws)
    for (group, key) in keys.enumerated() {
      let error = LogNormalFactor(
        relativeError: uncertainty.coefficientError(of: groups[group]))
      for draw in 0..<draws {
        let factor = error.value(normal: coefficient.normal(key: key, draw: draw))
        let growth = growthModel.normal(key: key, draw: draw)
        values[group * draws + draw] = factor
        for place in model.indices {
          values[((place + 1) * groupCount + group) * draws + draw] =
            factor * model[place].value(normal: growth)
        }
      }
    }
    self.values = values
  }

  /// Number of the run for a group and a rung.
  func run(group: Int, evidence: EvidenceRung) -> Int {
    let known = group >= 0 && group < groupCount - 1 ? group : groupCount - 1
    let model = Self.models.firstIndex(of: evidence).map { $0 + 1 } ?? 0
    return model * groupCount + known
  }
}
