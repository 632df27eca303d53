internal import Inventory
public import Mapping

/// A recorded area that is a ten-thousandth of the polygon's was converted from square metres though
/// it was in hectares already.
public enum AreaTooSmallBySquareMetreRule: RowRule {
  public static let definition = RuleDefinition(
    "area-divided-by-10000", "面积疑多除了 10000",
    summary:
      "The recorded area is a ten-thousandth of the polygon's within 5 %: hectares taken for square metres.",
    chineseRemedy: "确认面积单位及映射文件中的 unit；已乘以 10000。",
    defaultPolicy: .repair,
    repair: "multiplied by 10 000")

  static let factor = 1 / Units.squareMetresPerHectare

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
