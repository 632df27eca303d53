internal import Inventory
public import Mapping

/// A recorded area that is a fifteenth of the polygon's was converted from 亩 though it was in
/// hectares already: in the source, or by a mapping that gives the wrong unit.
public enum AreaTooSmallByMuRule: RowRule {
  public static let definition = RuleDefinition(
    "area-divided-by-15", "面积疑多除了 15",
    summary: "The recorded area is a fifteenth of the polygon's within 5 %: hectares taken for 亩.",
    chineseRemedy: "确认面积单位及映射文件中的 unit；已乘以 15。",
    defaultPolicy: .repair,
    repair: "multiplied by 15")

  static let factor = 1 / Units.muPerHectare

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
