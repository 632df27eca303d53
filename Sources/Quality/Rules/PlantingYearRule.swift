internal import Inventory
public import Mapping

/// A planting year after the survey, or before 1900, is a typing error. Which plantations a method
/// admits hangs on this year, so the row must not pass on a wrong one unseen.
public enum PlantingYearRule: RowRule {
  public static let definition = RuleDefinition(
    "planting-year", "造林年度不合理",
    summary: "The planting year lies after the survey or before 1900.",
    chineseRemedy: "改正造林年度（四位年份）。",
    defaultPolicy: .repair,
    repair: "taken as missing")

  static let earliest = 1900.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let latest = report.survey.map(Double.init) ?? .infinity
    for row in 0..<rows.count {
      let year = rows.subcompartments.plantingYear[row]
      guard year > latest || year < earliest else { continue }
      report.add(row: row, field: "plantingYear", value: "\(year)")
      if report.shouldRepair { rows.subcompartments.plantingYear[row] = .nan }
    }
  }
}
