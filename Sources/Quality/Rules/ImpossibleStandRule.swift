internal import Inventory
public import Mapping

/// Figures that no stand on earth has as its mean: a total in a column of values per hectare, a
/// filling value such as 9999, a year in the column of ages. The densest stands of the tallest trees
/// known hold about 2000 m³/ha of stem and more only on single plots; the limits are a judgement
/// well above any forest of the south. What is only hardly credible is for the other rules.
public enum ImpossibleStandRule: RowRule {
  public static let definition = RuleDefinition(
    "impossible-stand", "林分数值不可能",
    summary:
      "More than 2000 m³/ha, a mean age above 1000 years, a mean height above 100 m, a mean "
      + "diameter above 500 cm, or a million stems per hectare.",
    chineseRemedy: "改正数值（是否误填总量、年份或填充值 9999）。",
    defaultPolicy: .quarantine)

  /// m³/ha
  static let volume = 2000.0
  /// years
  static let age = 1000.0
  /// m
  static let height = 100.0
  /// cm
  static let diameter = 500.0
  /// per hectare
  static let stems = 1e6

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    check(stands.volume, volume, "volume", &report)
    check(stands.secondVolume, volume, "secondVolume", &report)
    check(rows.previousVolume, volume, "previousVolume", &report)
    check(stands.age, age, "age", &report)
    check(rows.height, height, "height", &report)
    check(rows.diameter, diameter, "diameter", &report)
    check(rows.stems, stems, "stems", &report)
  }

  private static func check(
    _ values: [Double], _ limit: Double, _ field: String, _ report: inout RowReport
  ) {
    // Beyond a billion is another rule's matter.
    for row in values.indices where values[row] > limit && values[row] < 1e9 {
      report.add(row: row, field: field, value: "\(values[row])")
    }
  }
}
