internal import Inventory
public import Mapping

/// Growing stock beyond 600 m³/ha is hardly met in planted or natural forest of the south as the mean
/// of a 小班; a total typed into the field is the usual cause. The limit is a judgement.
public enum ImplausibleVolumeRule: RowRule {
  public static let definition = RuleDefinition(
    "implausible-volume", "公顷蓄积过大",
    summary: "The growing stock is more than 600 m³/ha.",
    chineseRemedy: "核对公顷蓄积及其单位（是否误填小班总蓄积）。",
    defaultPolicy: .warn)

  /// m³/ha
  static let limit = 600.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let values = rows.subcompartments.volume
    for row in values.indices where values[row] > limit {
      report.add(row: row, field: "volume", value: "\(values[row])")
    }
  }
}
