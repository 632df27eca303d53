internal import Inventory
public import Mapping

/// In a planted stand the age follows from the planting year. Seedlings bring a year or two with
/// them, and ages are often kept by classes of five years; beyond that one of the two is wrong.
/// Coppice keeps the year of its first planting and may be younger.
public enum PlantingYearAgeRule: RowRule {
  public static let definition = RuleDefinition(
    "planting-year-age", "造林年度与年龄不符",
    summary: "Age and years since planting of a planted stand differ by more than 5.",
    chineseRemedy: "核对造林年度与平均年龄；萌生林应填更新年度。",
    defaultPolicy: .warn)

  /// Years.
  static let tolerance = 5.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    guard let survey = report.survey.map(Double.init) else { return }
    let stands = rows.subcompartments
    for row in 0..<rows.count where stands.origin[row] == .planted {
      let since = survey - stands.plantingYear[row]
      // What is no year at all is for the rule about years.
      guard since >= 0, since < 10_000, stands.age[row] > 0,
        abs(stands.age[row] - since) > tolerance
      else {
        continue
      }
      report.add(
        row: row, field: "age", value: "\(stands.age[row])",
        detail: "planted in \(Int(stands.plantingYear[row])), \(Int(since)) years before")
    }
  }
}
