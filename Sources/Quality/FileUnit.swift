internal import Inventory
public import Mapping

/// The unit of a whole file's areas, for the rows that have no polygon to tell it by.
public enum FileUnit {
  /// Mends the areas of rows without polygon by the factor that the file's other rows show, under
  /// the rule that mends those. A row whose own total volume confirms its area is left alone.
  ///
  /// - Parameter factor: recorded area over true area: 15, 10 000 or one over them.
  public static func apply(
    _ factor: Double, to rows: inout SurveyRows, _ report: inout RowReport, _ catalog: RuleCatalog
  ) {
    let rules = [
      (Units.muPerHectare, AreaUnitRule.definition),
      (Units.squareMetresPerHectare, AreaSquareMetreRule.definition),
      (1 / Units.muPerHectare, AreaTooSmallByMuRule.definition),
      (1 / Units.squareMetresPerHectare, AreaTooSmallBySquareMetreRule.definition),
    ]
    guard let rule = rules.first(where: { abs($0.0 / factor - 1) < 0.01 })?.1 else { return }
    report.begin(rule, policy: catalog.policy(rule))
    for row in 0..<rows.count where !(rows.geometricArea[row] > 0) {
      let recorded = rows.recordedArea[row]
      guard recorded > 0, recorded.isFinite else { continue }
      let own = rows.totalVolume[row] / rows.subcompartments.volume[row]
      if own >= 0.1, abs(own / recorded - 1) <= 0.05 { continue }
      report.add(
        row: row, field: "area", value: "\(recorded)",
        detail: "no polygon; the other rows of the file show the factor")
      guard report.shouldRepair else { continue }
      rows.setRecordedArea(row, to: recorded / factor, mapping: report.mapping)
    }
  }
}
