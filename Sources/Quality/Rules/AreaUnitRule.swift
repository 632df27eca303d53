internal import Inventory
public import Mapping

/// A recorded area that is 15 times the polygon's was typed in 亩. The factor is so far from any
/// ordinary deviation, and the polygon confirms the result, that it can be mended.
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
      guard isFactor(Units.muPerHectare, recorded, rows.geometricArea[row]) else { continue }
      report.add(
        row: row, field: "area", value: "\(recorded)",
        detail: "polygon \(rounded(rows.geometricArea[row])) ha")
      guard report.shouldRepair else { continue }
      rows.setRecordedArea(row, to: recorded / Units.muPerHectare, mapping: report.mapping)
    }
  }

  /// Whether the recorded area is `factor` times the polygon's.
  static func isFactor(_ factor: Double, _ recorded: Double, _ polygon: Double) -> Bool {
    recorded > 0 && polygon > 0 && abs(recorded / polygon / factor - 1) <= tolerance
  }

  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
