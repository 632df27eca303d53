internal import Inventory
public import Mapping

/// A species code outside the declared list usually means that the wrong list was declared, which
/// would turn every tree of the county into another. The run stops unless the pipeline says
/// otherwise.
public enum UnknownSpeciesCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "unknown-species-code", "树种代码不明",
    summary: "The species code is not in the list that the mapping declares.",
    chineseRemedy: "核对映射文件所用树种代码表，或在代码表中补充该代码。",
    defaultPolicy: .stop)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    check(rows.subcompartments.species, rows.speciesCode, "species", &report)
    check(rows.subcompartments.secondSpecies, rows.secondSpeciesCode, "secondSpecies", &report)
  }

  private static func check(
    _ species: [UInt16], _ codes: TextColumn, _ field: String, _ report: inout RowReport
  ) {
    for row in species.indices where species[row] == SpeciesTable.none && !codes.isEmpty(row) {
      report.add(row: row, field: field, value: codes[row])
    }
  }
}
