internal import Inventory
public import Mapping

/// A cell of a number column that is no number in any notation people use: 二十五, 100-120, 12,5. What
/// the stock is made of must not be guessed, nor taken for "not recorded", which at the earlier of
/// two dates would make growth of it. Elsewhere the row goes on without the figure.
public enum UnreadableNumberRule: RowRule {
  public static let definition = RuleDefinition(
    "unreadable-number", "数值无法读出",
    summary:
      "A cell of a number column is no number; the row is set aside for area, volume and age, and "
      + "only noted elsewhere.",
    chineseRemedy: "改为数字；单位可写在数字之后（如 12.5公顷、30年、60%）。",
    defaultPolicy: .quarantine)

  /// The figures that results are made of.
  private static let decisive = [
    "area", "volume", "secondVolume", "age", "previousVolume", "previousArea",
  ]

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for odd in rows.oddNumbers where odd.oddity.isUnreadable {
      report.add(
        row: odd.oddity.row, field: odd.field, value: odd.oddity.text,
        isMinor: !decisive.contains(odd.field))
    }
  }
}
