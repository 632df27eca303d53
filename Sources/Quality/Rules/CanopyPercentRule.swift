internal import Inventory
public import Mapping

/// 郁闭度 lies between 0 and 1; whole numbers up to 100 are percent.
public enum CanopyPercentRule: RowRule {
  public static let definition = RuleDefinition(
    "canopy-percent", "郁闭度为百分数",
    summary: "Canopy density above 1: percent typed for a fraction.",
    chineseRemedy: "郁闭度应为 0–1；已除以 100。",
    defaultPolicy: .repair,
    repair: "divided by 100; above 100 taken as missing")

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let density = rows.subcompartments.canopyDensity[row]
      guard density > 1, density.isFinite else { continue }
      report.add(row: row, field: "canopyDensity", value: "\(density)")
      guard report.shouldRepair else { continue }
      rows.subcompartments.canopyDensity[row] = density <= 100 ? density / 100 : .nan
    }
  }
}
