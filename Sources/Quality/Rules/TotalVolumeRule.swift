internal import Inventory
public import Mapping

/// 小班蓄积 should be volume per hectare times area. Equal to volume per hectare, the field was
/// copied; otherwise off, one of the three figures is wrong. A factor of 15 is the matter of
/// `volume-per-mu` and not reported again.
public enum TotalVolumeRule: RowRule {
  public static let definition = RuleDefinition(
    "total-volume", "小班蓄积与公顷蓄积不符",
    summary: "Total volume differs from volume per hectare times area by more than 5 %.",
    chineseRemedy: "核对小班蓄积；计算以公顷蓄积为准。",
    defaultPolicy: .warn)

  static let tolerance = 0.05

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let total = rows.totalVolume[row]
      let perHectare = rows.subcompartments.volume[row]
      let expected = perHectare * rows.recordedArea[row]
      // Totals are whole cubic metres, so a difference of one says nothing.
      guard total > 0, expected > 0, abs(total - expected) > max(1, expected * tolerance),
        !VolumePerMuRule.isSuspect(total: total, perHectare: perHectare, expected: expected)
      else { continue }
      let copied = abs(total - perHectare) <= 0.5
      report.add(
        row: row, field: "totalVolume", value: "\(total)",
        detail: copied
          ? "equals the volume per hectare: field copied"
          : "expected \(expected.rounded()) m³")
    }
  }
}
