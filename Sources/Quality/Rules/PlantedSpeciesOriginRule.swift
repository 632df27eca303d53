internal import Inventory
public import Mapping

/// Eucalypts and the foreign pines do not come up by themselves into stands in China (general
/// knowledge of silviculture; sprouts after felling are 人工萌生). Many of them "of natural origin"
/// mean that another province's species list was declared: national 290 is 其它松, Guangxi's is 速生桉.
public enum PlantedSpeciesOriginRule: RowRule {
  public static let definition = RuleDefinition(
    "planted-species-origin", "引种树种起源为天然",
    summary: "A species that is only planted in China is recorded as of natural origin.",
    chineseRemedy: "核对起源，以及映射文件所用树种代码表（国家与广西代码含义不同）。",
    defaultPolicy: .warn, severity: .information)

  static let planted: Set<String> = ["桉树", "国外松", "湿地松", "火炬松"]

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    var groups = SpeciesGroups(report.mapping)
    for row in 0..<rows.count where rows.subcompartments.origin[row] == .natural {
      guard let group = groups.group(rows, row), planted.contains(group) else { continue }
      report.add(
        row: row, field: "origin", value: rows.originCode[row],
        detail: "\(rows.speciesCode[row]) \(group)")
    }
  }
}
