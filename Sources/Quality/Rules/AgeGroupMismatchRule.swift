internal import Inventory
public import Mapping

/// 龄组 follows from mean age by species, origin and 林种. The bounds are the province's; where none of
/// the province are at hand, those of the country and of every known practice are allowed, so that
/// only a group that no practice explains is reported (a 5-year-old 杉木 as 过熟林). Bamboo is graded by 度 and left out.
public enum AgeGroupMismatchRule: RowRule {
  public static let definition = RuleDefinition(
    "age-group-mismatch", "龄组与年龄不符",
    summary: "No known practice gives the recorded age group at the recorded age.",
    chineseRemedy: "核对龄组与平均年龄；以本省龄组划分标准为准。",
    defaultPolicy: .warn, severity: .information)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    var groups = SpeciesGroups(report.mapping)
    var known: [Stand: [AgeGroupBounds]] = [:]
    let categories = report.mapping["forestCategory"]?.codes
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.landClass[row] == .arborForest && stands.ageGroup[row] != .unknown
      && stands.age[row] > 0
    {
      guard let group = groups.group(rows, row) else { continue }
      let stand = Stand(
        group: group, origin: stands.origin[row], category: rows.forestCategoryCode[row],
        province: String(rows.villageCode[row].prefix(2)))
      let bounds =
        known[stand] ?? Self.bounds(stand, category: categories?[stand.category]?.meaning)
      known[stand] = bounds
      let possible = bounds.map { $0.group(stands.age[row]) }
      guard !possible.isEmpty, !possible.contains(stands.ageGroup[row]) else { continue }
      report.add(
        row: row, field: "ageGroup", value: rows.ageGroupCode[row],
        detail: "\(group), \(stands.age[row]) years: \(possible[0].chineseName)")
    }
  }

  private struct Stand: Hashable {
    var group: String
    var origin: Origin
    var category: String
    var province: String
  }

  private static func bounds(_ stand: Stand, category: String?) -> [AgeGroupBounds] {
    let country = AgeGroupBounds.country.filter { $0.fits(stand.group, stand.origin, category) }
    let known = AgeGroupBounds.provinces.filter { $0.fits(stand.group, stand.origin, category) }
    let own = known.filter { $0.province == stand.province }
    // Another province's practice widens what the country's bounds allow; alone it proves nothing.
    if own.isEmpty && country.isEmpty { return [] }
    return (own.isEmpty ? known : own) + country
  }
}
