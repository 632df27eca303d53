internal import Inventory
public import Mapping

/// A 小班 without its number cannot be told from the other nameless ones of its village: their keys
/// are equal, and at the next date nobody knows which is which. Only where the number is part of
/// the key.
public enum MissingNumberRule: RowRule {
  public static let definition = RuleDefinition(
    "missing-number", "小班号缺失",
    summary: "The 小班 number is blank.",
    chineseRemedy: "补填小班号；同一村、林班内不得重号。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    guard report.mapping.key.contains("subcompartment") else { return }
    for row in 0..<rows.count {
      let range = rows.number.byteRange(row)
      // A 细班 alone stands behind its hyphen.
      if !range.isEmpty && rows.number.bytes[range.lowerBound] != 0x2D { continue }
      report.add(row: row, field: "subcompartment", value: rows.number[row])
    }
  }
}
