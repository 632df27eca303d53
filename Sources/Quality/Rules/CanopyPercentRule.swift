internal import Inventory
public import Mapping

/// 郁闭度 lies between 0 and 1; figures from 10 to 100 are percent. Between 1 and 10 nobody can tell:
/// 7 may be 7 % or 七成, so the value is dropped rather than guessed.
public enum CanopyPercentRule: RowRule {
  public static let definition = RuleDefinition(
    "canopy-percent", "郁闭度为百分数",
    summary: "Canopy density above 1: percent typed for a fraction.",
    chineseRemedy: "郁闭度应为 0–1；10–100 已除以 100，其余按缺失处理。",
    defaultPolicy: .repair,
    repair: "10 to 100 divided by 100; anything else above 1 taken as missing")

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let density = rows.subcompartments.canopyDensity[row]
      guard density > 1, density.isFinite else { continue }
      report.add(row: row, field: "canopyDensity", value: "\(density)")
      guard report.shouldRepair else { continue }
      rows.subcompartments.canopyDensity[row] = 10...100 ~= density ? density / 100 : .nan
    }
  }
}
