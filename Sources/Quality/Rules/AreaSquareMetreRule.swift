internal import Inventory
public import Mapping

/// A recorded area that is 10 000 times the polygon's is in square metres, as 三调 columns (tbmj)
/// and the area fields of map software are.
public enum AreaSquareMetreRule: RowRule {
  public static let definition = RuleDefinition(
    "area-square-metre", "面积单位疑为平方米",
    summary:
      "The recorded area is 10 000 times the polygon's within 5 %: square metres for hectares.",
    chineseRemedy: "确认面积单位；已按平方米折算为公顷。",
    defaultPolicy: .repair,
    repair: "divided by 10 000")

  static let factor = Units.squareMetresPerHectare

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let recorded = rows.recordedArea[row]
      let polygon = rows.geometricArea[row]
      guard AreaUnitRule.isFactor(factor, recorded, polygon) else { continue }
      report.add(
        row: row, field: "area", value: "\(recorded)",
        detail: "polygon \(AreaUnitRule.rounded(polygon)) ha")
      guard report.shouldRepair else { continue }
      rows.setRecordedArea(row, to: recorded / factor, mapping: report.mapping)
    }
  }
}
