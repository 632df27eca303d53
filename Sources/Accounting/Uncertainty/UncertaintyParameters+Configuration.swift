internal import Configuration
internal import Inventory

extension UncertaintyParameters {
  /// - Parameter groups: the species groups that have coefficients in the file.
  init(
    _ reader: ConfigurationReader, facts: FactReader, groups: [String]
  ) throws(ConfigurationError) {
    let survey = try reader.object("survey")
    let surveyError = try survey.number("relativeError", in: 0...1)
    let referenceArea = try survey.optionalNumber("referenceArea", in: 0.05...1000)
    let villageShare = try survey.optionalNumber("villageShare", in: 0...1) ?? 0
    let correlation = try survey.number("correlation", in: 0...1)
    let surveyProvenance = try facts.provenance(survey)
    try survey.finish()

    let coefficient = try reader.object("coefficient")
    let coefficientError = try coefficient.number("relativeError", in: 0...1)
    let coefficientProvenance = try facts.provenance(coefficient)
    var errors: [GroupError] = []
    for entry in try coefficient.optionalObjects("groups") ?? [] {
      let group = try facts.group(entry, "group")
      guard groups.contains(group) else {
        throw entry.error(.invalid("\(group) has no coefficients in this file"), at: "group")
      }
      guard !errors.contains(where: { $0.group == group }) else {
        throw entry.error(.invalid("\(group) has an error already"), at: "group")
      }
      let error = try entry.number("relativeError", in: 0...1)
      errors.append(
        GroupError(
          group: group, relativeError: error,
          provenance: try facts.provenance(entry, default: coefficientProvenance)))
      try entry.finish()
    }
    try coefficient.finish()

    let growth = try reader.object("growthModel")
    let growthModel = GrowthModelError(
      fittedCurve: try growth.number("fittedCurve", in: 0...2),
      publishedCurve: try growth.number("publishedCurve", in: 0...2),
      flatRate: try growth.number("flatRate", in: 0...2),
      provenance: try facts.provenance(growth))
    try growth.finish()

    let draws = try reader.optionalInteger("draws", in: Self.drawsRange) ?? 1000
    let seed = try reader.optionalInteger("seed", in: Self.seedRange) ?? 1
    try reader.finish()
    self.init(
      surveyError: surveyError, referenceArea: referenceArea, villageShare: villageShare,
      surveyCorrelation: correlation,
      surveyProvenance: surveyProvenance, coefficientError: coefficientError,
      coefficientProvenance: coefficientProvenance, coefficientErrors: errors,
      growthModel: growthModel, draws: draws, seed: seed)
  }
}
