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
  }

  private static func check(_ numbers: [Double], _ field: String, _ report: inout RowReport) {
    for row in numbers.indices where numbers[row] < 0 || numbers[row] >= 1e9 {
      report.add(row: row, field: field, value: "\(numbers[row])")
    }
  }
}
