internal import Inventory
public import Mapping

/// Mean heights beyond 50 m are not met in the south; decimetres come out like this. Negative ones
/// stand for "missing" in some exports. The limit is a judgement.
public enum ImplausibleHeightRule: RowRule {
  public static let definition = RuleDefinition(
    "implausible-height", "平均树高不合理",
    summary: "The mean height is negative or more than 50 m.",
    chineseRemedy: "核对平均树高（单位：米）。",
    defaultPolicy: .warn)

  /// m
  static let limit = 50.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let values = rows.height
    for row in values.indices where values[row] > limit || values[row] < 0 {
      report.add(row: row, field: "height", value: "\(values[row])")
    }
  }
}
