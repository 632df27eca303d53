internal import Inventory
public import Mapping

/// A 小班 is a stand: the technical rules let it have some tens of hectares at most (recalled, 15 to 35
/// by ownership and 林种). An area of thousands is one in square metres, a total row, or a slip of
/// the point. Where the polygon is as large, the recorded area is at least what was drawn.
public enum ImplausibleAreaRule: RowRule {
  public static let definition = RuleDefinition(
    "implausible-area", "小班面积过大",
    summary: "The recorded area is more than 3000 ha, and no polygon is as large.",
    chineseRemedy: "核对小班面积及其单位（亩、平方米、合计行）。",
    defaultPolicy: .quarantine)

  /// ha
  static let limit = 3000.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let recorded = rows.recordedArea[row]
      guard recorded > limit, recorded < 1e9, !(rows.geometricArea[row] > recorded / 2) else {
        continue
      }
      report.add(row: row, field: "area", value: "\(recorded)")
    }
  }
}
