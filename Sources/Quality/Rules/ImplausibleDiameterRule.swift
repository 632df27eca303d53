internal import Inventory
public import Mapping

/// Mean diameters beyond 100 cm are not met over a 小班; millimetres come out like this. Negative
/// ones stand for "missing" in some exports. The limit is a judgement.
public enum ImplausibleDiameterRule: RowRule {
  public static let definition = RuleDefinition(
    "implausible-diameter", "平均胸径不合理",
    summary: "The mean diameter is negative or more than 100 cm.",
    chineseRemedy: "核对平均胸径（单位：厘米）。",
    defaultPolicy: .warn)

  /// cm
  static let limit = 100.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let values = rows.diameter
    for row in values.indices where values[row] > limit || values[row] < 0 {
      report.add(row: row, field: "diameter", value: "\(values[row])")
    }
  }
}
