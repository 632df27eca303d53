internal import Inventory
public import Mapping

/// Recorded and polygon areas differ a little everywhere; beyond 5 % one of them is wrong
/// (`data.md` §4: 1 % is ordinary, 5 % a warning). Clean factors between units are the matter of
/// the rules of units and not reported again.
public enum AreaDeviationRule: RowRule {
  public static let definition = RuleDefinition(
    "area-deviation", "面积与图形不符",
    summary: "Recorded area and polygon area differ by more than 5 %.",
    chineseRemedy: "核对小班面积与图形。",
    defaultPolicy: .warn)

  static let tolerance = 0.05
  private static let units = [
    Units.muPerHectare, AreaSquareMetreRule.factor, AreaTooSmallByMuRule.factor,
    AreaTooSmallBySquareMetreRule.factor,
  ]

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let recorded = rows.recordedArea[row]
      let polygon = rows.geometricArea[row]
      guard recorded > 0, polygon > 0, abs(recorded / polygon - 1) > tolerance,
        !units.contains(where: { AreaUnitRule.isFactor($0, recorded, polygon) })
      else { continue }
      report.add(
        row: row, field: "area", value: "\(recorded)",
        detail: "polygon \(AreaUnitRule.rounded(polygon)) ha")
    }
  }
}
