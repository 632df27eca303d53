internal import Inventory
public import Mapping

/// Without an area there is no stock.
public enum MissingAreaRule: RowRule {
  public static let definition = RuleDefinition(
    "missing-area", "面积缺失",
    summary: "The area that carries the stock is blank or zero.",
    chineseRemedy: "补填小班面积，或在映射文件中改用图形面积（areaBasis: \"geometric\"）。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count where !(rows.subcompartments.area[row] > 0) {
      if rows.subcompartments.area[row] < 0 { continue }  // reported as an impossible number
      report.add(row: row, field: "area", value: "\(rows.subcompartments.area[row])")
    }
  }
}
