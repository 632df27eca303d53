internal import Inventory
public import Mapping

/// A 小班 that belongs to no village can be put forward by none.
public enum MissingVillageRule: RowRule {
  public static let definition = RuleDefinition(
    "missing-village", "缺少村代码",
    summary: "The village code is blank or cannot be completed to 12 digits.",
    chineseRemedy: "补填县、乡、村代码（12 位）。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count where rows.villageCode.byteRange(row).count != 12 {
      report.add(row: row, field: "village", value: rows.villageCode[row])
    }
  }
}
