internal import Inventory
public import Mapping

/// Place codes typed with full-width digits, as Chinese input methods give them: the same code,
/// which no program but a person's eye would match. They are read as the digits they are; the
/// finding names what stood there.
public enum WideDigitsRule: RowRule {
  public static let definition = RuleDefinition(
    "wide-digits", "行政区划代码为全角数字",
    summary: "A place code is typed with full-width digits; it is read as the digits it shows.",
    chineseRemedy: "无须处理：已按半角数字读入；建议在原表改为半角。",
    defaultPolicy: .warn, severity: .information)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in rows.wideCodes.keys.sorted() {
      report.add(row: row, field: "village", value: rows.wideCodes[row] ?? "")
    }
  }
}
