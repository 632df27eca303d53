internal import Inventory
public import Mapping

/// Bamboo stands on 竹林, trees on 乔木林: another species there points at a species list that is not
/// the dataset's, or at a land class that was not brought up to date.
public enum BambooLandClassRule: RowRule {
  public static let definition = RuleDefinition(
    "bamboo-land-class", "竹林地类与树种不符",
    summary: "Bamboo is recorded on arbor forest, or a tree species on bamboo forest.",
    chineseRemedy: "核对地类、优势树种及所用树种代码表。",
    defaultPolicy: .warn)

  static let bamboo: Set<String> = ["毛竹", "杂竹"]

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    var groups = SpeciesGroups(report.mapping)
    for row in 0..<rows.count {
      let land = rows.subcompartments.landClass[row]
      guard land == .bambooForest || land == .arborForest,
        let group = groups.group(rows, row),
        bamboo.contains(group) != (land == .bambooForest)
      else { continue }
      report.add(
        row: row, field: "species", value: rows.speciesCode[row],
        detail: "\(group), \(land.chineseName)")
    }
  }
}
