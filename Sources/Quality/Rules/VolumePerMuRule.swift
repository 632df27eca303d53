internal import Inventory
public import Mapping

/// A total volume that is 15 times, or a fifteenth of, volume per hectare times area has 亩 in it. A
/// fifteenth comes of an area in 亩, or of a total made with hectares from volumes per 亩; 15 times
/// comes of a volume per 亩, or of a total made with the area in 亩. Nothing in the row tells which,
/// unless a polygon confirms the area or the volume times 15 would be more than any stand holds, so
/// it is not mended; the finding says what it can be.
public enum VolumePerMuRule: RowRule {
  public static let definition = RuleDefinition(
    "volume-per-mu", "蓄积或面积单位疑为亩",
    summary: "Total volume and volume per hectare times area differ by a factor of 15 within 5 %.",
    chineseRemedy:
      "总蓄积偏小 15 倍：面积疑为亩（映射文件 area 的 unit: \"mu\"）；偏大 15 倍：公顷蓄积疑为每亩蓄积"
      + "（volume 的 unit: \"m3-per-mu\"）。以 detail 所述为准。",
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
        detail: detail(rows, row, total, perHectare, expected))
    }
  }

  private static func detail(
    _ rows: SurveyRows, _ row: Int, _ total: Double, _ perHectare: Double, _ expected: Double
  ) -> String {
    let polygon = rows.geometricArea[row]
    let isAreaRight = abs(rows.recordedArea[row] / polygon - 1) <= tolerance
    if total < expected {
      return "total \(total) m³ is a fifteenth of \(expected.rounded()) m³: "
        + (isAreaRight
          ? "the polygon confirms the area, so the total is wrong"
          : "area in 亩, or the total is wrong")
    }
    return "total \(total) m³ is 15 times \(expected.rounded()) m³: "
      + (perHectare * Units.muPerHectare > ImplausibleVolumeRule.limit
        ? "the total is wrong" : "per 亩, or total by 亩")
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
