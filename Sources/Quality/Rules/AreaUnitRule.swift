internal import Inventory
public import Mapping

/// A recorded area that is 15 times the polygon's was typed in 亩; other clean factors point at
/// square metres. Only the first is common enough, and far enough from ordinary deviation, to be
/// mended.
public enum AreaUnitRule: RowRule {
  public static let definition = RuleDefinition(
    "area-unit", "面积单位疑为亩",
    summary: "The recorded area is 15 times the polygon's within 5 %: 亩 typed for hectares.",
    chineseRemedy: "确认面积单位；已按亩折算为公顷。",
    defaultPolicy: .repair,
    repair: "divided by 15")

  /// How far the ratio may be from 15.
  static let tolerance = 0.05

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let recorded = rows.recordedArea[row]
      let ratio = recorded / rows.geometricArea[row]
      guard abs(ratio / 15 - 1) <= tolerance else { continue }
      report.add(
        row: row, field: "area", value: "\(recorded)",
        detail: "polygon \(rounded(rows.geometricArea[row])) ha")
      guard report.shouldRepair else { continue }
      rows.recordedArea[row] = recorded / 15
      if rows.subcompartments.area[row] == recorded {
        rows.subcompartments.area[row] = recorded / 15
      }
    }
  }

  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
