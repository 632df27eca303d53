internal import Inventory
public import Mapping

/// Areas, volumes, ages and densities below zero, infinite ones, and a billion of anything, are
/// typing or export errors.
public enum NegativeNumberRule: RowRule {
  public static let definition = RuleDefinition(
    "impossible-number", "数值不可能",
    summary: "A quantity is negative, infinite or a billion and more.",
    chineseRemedy: "改正数值。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    check(rows.recordedArea, "area", &report)
    check(stands.volume, "volume", &report)
    check(stands.secondVolume, "secondVolume", &report)
    check(stands.age, "age", &report)
    check(stands.canopyDensity, "canopyDensity", &report)
    check(rows.totalVolume, "totalVolume", &report)
    check(rows.previousVolume, "previousVolume", &report)
    check(rows.previousArea, "previousArea", &report)
    // Below zero these stand for "missing" in some exports; other rules note it.
    check(rows.diameter, "diameter", &report, orNegative: false)
    check(rows.height, "height", &report, orNegative: false)
    check(rows.stems, "stems", &report, orNegative: false)
  }

  private static func check(
    _ numbers: [Double], _ field: String, _ report: inout RowReport, orNegative: Bool = true
  ) {
    for row in numbers.indices
    where (orNegative && numbers[row] < 0) || numbers[row] >= 1e9 || numbers[row] == -.infinity {
      report.add(row: row, field: field, value: "\(numbers[row])")
    }
  }
}
