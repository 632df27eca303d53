internal import Inventory
public import Mapping

/// A village or town part of one or two digits has lost its leading zeros, as columns do that pass
/// through a spreadsheet or a numeric field. The mapping fills them up; the finding lets a person
/// see it. Local parts of three digits are an ordinary notation and not reported.
public enum ShortVillageCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "short-village-code", "乡村代码缺前导零",
    summary: "A village or town part of one or two digits was filled up with leading zeros.",
    chineseRemedy: "乡、村代码应为文本，保留前导零。",
    defaultPolicy: .warn, severity: .information)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in rows.villageForm.indices where rows.villageForm[row] == .padded {
      report.add(row: row, field: "village", value: rows.villageCode[row])
    }
  }
}
