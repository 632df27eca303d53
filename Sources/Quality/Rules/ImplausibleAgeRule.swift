internal import Inventory
public import Mapping

/// Old trees occur, mean ages of a 小班 beyond 300 years hardly; years of planting or ages in days and
/// months come out like this. The limit is a judgement.
public enum ImplausibleAgeRule: RowRule {
  public static let definition = RuleDefinition(
    "implausible-age", "平均年龄过大",
    summary: "The mean age is more than 300 years.",
    chineseRemedy: "核对平均年龄。",
    defaultPolicy: .warn)

  /// years
  static let limit = 300.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let values = rows.subcompartments.age
    for row in values.indices where values[row] > limit {
      report.add(row: row, field: "age", value: "\(values[row])")
    }
  }
}
