internal import Inventory
public import Mapping

/// A total volume that is 15 times, or a fifteenth of, volume per hectare times area has 亩 in it:
/// HUO_LMGQXJ per 亩, or a total made with the area in 亩. Both give the same factor, and nothing in
/// the row tells which, so it is not mended. Where the volume times 15 would be more than any stand
/// holds, the finding says that the total must be the wrong one.
public enum VolumePerMuRule: RowRule {
  public static let definition = RuleDefinition(
    "volume-per-mu", "蓄积单位疑为亩",
    summary: "Total volume and volume per hectare times area differ by a factor of 15 within 5 %.",
    chineseRemedy: "确认公顷蓄积和小班蓄积的单位；若为每亩蓄积，在映射文件中写 unit: \"m3-per-mu\"。",
    defaultPolicy: .warn)

  static let tolerance = 0.05

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let total = rows.totalVolume[row]
      let perHectare = rows.subcompartments.volume[row]
      let expected = perHectare * rows.recordedArea[row]
      guard isSuspect(total: total, perHectare: perHectare, expected: expected) else { continue }
      report.add(
        row: row, field: "volume", value: "\(perHectare)",
        detail: total < expected
          ? "total \(total) m³ is a fifteenth of \(expected.rounded()) m³"
          : perHectare * Units.muPerHectare > ImplausibleVolumeRule.limit
            ? "total \(total) m³ is 15 times \(expected.rounded()) m³: the total is wrong"
            : "total \(total) m³ is 15 times \(expected.rounded()) m³: per 亩, or total by 亩")
    }
  }

  /// Totals are whole cubic metres: below ten of them the factor cannot be told from rounding.
  static func isSuspect(total: Double, perHectare: Double, expected: Double) -> Bool {
    // An area of 15 ha makes a copied field look like this; that is the other rule's matter.
    guard min(total, expected) >= 10, abs(total - perHectare) > 0.5 else { return false }
    let ratio = total / expected / Units.muPerHectare
    return abs(ratio - 1) <= tolerance
      || abs(ratio * Units.muPerHectare * Units.muPerHectare - 1) <= tolerance
  }
}
