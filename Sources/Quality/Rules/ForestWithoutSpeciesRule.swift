internal import Inventory
public import Mapping

/// 乔木林 and 竹林 have a dominant species by definition. A row that has neither species nor volume
/// nor age is silent everywhere else; with one of them other rules speak.
public enum ForestWithoutSpeciesRule: RowRule {
  public static let definition = RuleDefinition(
    "forest-without-species", "有林地无树种",
    summary: "Arbor or bamboo forest has no species, and neither age nor growing stock.",
    chineseRemedy: "补填优势树种及测树因子，或核对地类。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.species[row] == SpeciesTable.none && rows.speciesCode.isEmpty(row)
      && !(stands.volume[row] > 0) && !(stands.age[row] > 0)
    {
      let land = stands.landClass[row]
      guard land == .arborForest || land == .bambooForest else { continue }
      report.add(row: row, field: "species", value: "", detail: land.chineseName)
    }
  }
}
