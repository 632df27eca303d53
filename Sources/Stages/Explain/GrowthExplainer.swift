internal import Accounting
internal import Archive
internal import Inventory

/// Explains the earlier volume of one 小班 that was not surveyed twice.
struct GrowthExplainer {
  /// The result folder of `quantify`.
  let folder: String

  /// Nil where two surveys or nothing at all tell of the earlier date.
  func explain(row: Int64, pair: SurveyPair) throws -> GrowthExplanation? {
    let rung = pair.evidence[0]
    guard rung != .none, rung != .twoSurveys else { return nil }
    var explanation = GrowthExplanation(
      rung: rung.chineseName, years: pair.years,
      laterVolume: ExplainedNumber.known(pair.second.volume[0]),
      earlierVolume: ExplainedNumber.known(pair.first.volume[0]), steps: [])
    let connection = try Connection(
      path: folder + "/" + QuantitySchema.fileName, mode: .readOnly)
    guard let models = try GrowthTable.models(connection, row: row) else { return explanation }
    explanation.curve = GrowthExplanation.Curve(models.chosen)
    explanation.steps = Self.steps(models.chosen, pair)
    explanation.otherCurve = models.other.map { GrowthExplanation.Curve($0) }
    explanation.otherVolume = ExplainedNumber.known(
      try GrowthTable.otherVolume(connection, row: row))
    return explanation
  }

  private static func steps(
    _ record: GrowthCurveRecord, _ pair: SurveyPair
  ) -> [GrowthExplanation.Step] {
    guard let curve = record.curve else { return [] }
    var volume = pair.second.volume[0]
    return (1...max(1, Int(pair.years))).map { step in
      let age = pair.second.age[0] - Double(step)
      let rate = curve.presslerRate(age: age)
      volume /= 1 + rate
      return GrowthExplanation.Step(age: age, rate: rate, volume: volume)
    }
  }
}
