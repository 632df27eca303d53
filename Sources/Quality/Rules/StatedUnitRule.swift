internal import Inventory
public import Mapping

/// A cell may name its own unit, and it knows better than the mapping, which speaks for the whole
/// column: `33.8亩` in a column of hectares is 2.25 ha. The value is brought to the unit of the
/// mapping whatever the policy; the finding says so, because a column of which only some cells name
/// another unit deserves a look.
public enum StatedUnitRule: RowRule {
  public static let definition = RuleDefinition(
    "stated-unit", "单元格注明的单位与映射不同",
    summary: "A cell names another unit than the mapping; its own unit is the one used.",
    chineseRemedy: "统一该列单位，或改正映射文件中的 unit；已按单元格注明的单位换算。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for odd in rows.oddNumbers where !odd.oddity.isUnreadable {
      report.add(
        row: odd.oddity.row, field: odd.field, value: odd.oddity.text,
        detail: "read as \(AreaUnitRule.rounded(odd.oddity.value)) in the column's unit")
    }
  }
}
