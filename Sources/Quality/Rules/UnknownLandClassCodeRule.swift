internal import Inventory
public import Mapping

/// 地类 decides what is counted, so a row whose class is not known cannot be used.
public enum UnknownLandClassCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "unknown-land-class-code", "地类代码不明",
    summary: "The land class is blank or its code is not in the list that the mapping declares.",
    chineseRemedy: "核对地类代码，或在代码表中补充。",
    defaultPolicy: .quarantine)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count where rows.subcompartments.landClass[row] == .unknown {
      report.add(row: row, field: "landClass", value: rows.landClassCode[row])
    }
  }
}
