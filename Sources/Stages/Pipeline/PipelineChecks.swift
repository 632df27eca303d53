internal import Accounting
internal import Configuration
internal import Inventory

/// What neither a method file nor a pipeline file can know by itself.
enum PipelineChecks {
  /// A published curve for a group that no code list of the run knows serves no stand: its name is
  /// misspelt, or its list is not in use.
  static func curves(
    _ growth: GrowthSettings, _ block: ConfigurationReader, species: SpeciesTable
  ) throws(ConfigurationError) {
    guard let entries = try block.optionalObjects("publishedCurves") else { return }
    var known: [String] = []
    for one in species.species where !one.group.isEmpty && !known.contains(one.group) {
      known.append(one.group)
    }
    for entry in entries {
      for group in try entry.strings("groups") where !known.contains(group) {
        throw entry.error(
          .notOneOf(
            value: group, suggestion: Suggestion.closest(to: group, among: known), allowed: known),
          at: "groups")
      }
    }
  }

  /// A planting date after the latest survey is met by no stand that was surveyed.
  static func plantingDates(
    _ method: MethodParameters, file: String, latest: Int?
  ) throws(ConfigurationError) {
    guard let latest else { return }
    for (place, clause) in method.eligibility.enumerated() {
      for one in clause.all where one.rule == "planted-since" {
        let year = one.number.map { Int($0) } ?? one.values.first.flatMap { Int($0.prefix(4)) } ?? 0
        guard year <= latest else {
          throw ConfigurationError(
            file: file, position: nil, path: "eligibility[\(place)]",
            problem: .outOfRange(
              value: "planted-since \(year)", allowed: "up to \(latest), the latest survey"))
        }
      }
    }
  }
}
