internal import Inventory
public import Mapping

/// Codes that classify a stand without deciding its stock: an unknown one leaves the class open,
/// and rules that need it answer "cannot tell".
public enum UnknownAttributeCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "unknown-attribute-code", "起源、森林类别、龄组、林种或权属代码不明",
    summary: "A code of origin, forest class, age group, category or ownership is not in its list.",
    chineseRemedy: "核对代码；不明的一律按“无法判断”处理。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count {
      if stands.origin[row] == .unknown && !rows.originCode.isEmpty(row) {
        report.add(row: row, field: "origin", value: rows.originCode[row])
      }
      if stands.keyLocation[row] == .unknown && !rows.keyLocationCode.isEmpty(row) {
        report.add(row: row, field: "keyLocation", value: rows.keyLocationCode[row])
      }
      if stands.forestClass[row] == .unknown && !rows.forestClassCode.isEmpty(row) {
        report.add(row: row, field: "forestClass", value: rows.forestClassCode[row])
      }
      if stands.ageGroup[row] == .unknown && !rows.ageGroupCode.isEmpty(row) {
        report.add(row: row, field: "ageGroup", value: rows.ageGroupCode[row])
      }
    }
    check(rows.forestCategoryCode, "forestCategory", &report)
    check(rows.landOwnershipCode, "landOwnership", &report)
  }

  /// A column whose codes the program keeps without a meaning of its own.
  private static func check(_ codes: TextColumn, _ field: String, _ report: inout RowReport) {
    guard let list = report.mapping[field]?.codes else { return }
    let known = KeyIndex(TextColumn(list.entries.keys.sorted()))
    for row in 0..<codes.count where !codes.isEmpty(row) {
      if known.number(codes.bytes[codes.byteRange(row)]) != nil { continue }
      report.add(row: row, field: field, value: codes[row])
    }
  }
}
