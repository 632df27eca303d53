internal import Inventory
public import Mapping

/// A 小班 that belongs to no village can be put forward by none. A name in place of the code does
/// not help (`data.md` §2: applications write names), even one of twelve bytes.
public enum MissingVillageRule: RowRule {
  public static let definition = RuleDefinition(
    "missing-village", "缺少村代码",
    summary: "The village code is blank or cannot be completed to 12 digits.",
    chineseRemedy: "补填县、乡、村代码（12 位）。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let code = rows.villageCode.bytes[rows.villageCode.byteRange(row)]
      if code.count == 12 && code.allSatisfy({ 0x30...0x39 ~= $0 }) { continue }
      report.add(row: row, field: "village", value: rows.villageCode[row])
    }
  }
}
