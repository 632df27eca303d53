internal import Inventory
public import Mapping

/// Surveys keep the 行政区划代码 of their day. Where the mapping lists what replaced a code
/// (`obsolete`), the village is brought to the code in force, so that surveys, village boundaries
/// and registers meet. Of several entries that fit, the longest counts: village, town, county.
public enum ObsoletePlaceCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "obsolete-place-code", "行政区划代码已停用",
    summary: "The village code begins with a code that the mapping lists as replaced.",
    chineseRemedy: "核对现行行政区划代码；已按对照表换成现行代码。",
    defaultPolicy: .repair,
    repair: "replaced by the code in force, in the key too",
    severity: .information)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    guard let list = report.mapping["village"]?.obsolete else { return }
    var replacements: [Int: String] = [:]
    var last = ""
    var lastResult: String?
    for row in 0..<rows.count where rows.villageCode.byteRange(row).count == 12 {
      let code = rows.villageCode[row]
      if code != last { (last, lastResult) = (code, list.placeInForce(code)) }
      guard let now = lastResult else { continue }
      report.add(row: row, field: "village", value: code, detail: "now \(now)")
      if report.shouldRepair { replacements[row] = now }
    }
    rows.setVillages(replacements, mapping: report.mapping)
  }
}
