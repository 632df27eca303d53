internal import Inventory
public import Mapping

/// 一张图 codes of six digits beside a list of main species (`data.md` §3): a code that the list does
/// not have is brought to its main code, if the list names that one (`CodeList.mainCode`).
public enum SpeciesMainCodeRule: RowRule {
  public static let definition = RuleDefinition(
    "species-main-code", "树种细分代码按主树种处理",
    summary: "A six-digit species code is not in the list, but its main code is.",
    chineseRemedy: "在代码表中补充该细分代码；已按主树种代码处理。",
    defaultPolicy: .repair,
    repair: "taken as the main species of the list")

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in rows.speciesOfMainCode.indices
    where rows.speciesOfMainCode[row] != SpeciesTable.none {
      note(row, "species", rows.speciesCode[row], &report)
      if report.shouldRepair { rows.subcompartments.species[row] = rows.speciesOfMainCode[row] }
    }
    for row in rows.secondSpeciesOfMainCode.indices
    where rows.secondSpeciesOfMainCode[row] != SpeciesTable.none {
      note(row, "secondSpecies", rows.secondSpeciesCode[row], &report)
      guard report.shouldRepair else { continue }
      rows.subcompartments.secondSpecies[row] = rows.secondSpeciesOfMainCode[row]
    }
  }

  private static func note(
    _ row: Int, _ field: String, _ code: String, _ report: inout RowReport
  ) {
    let main = report.mapping[field]?.codes?.mainCode(of: code) ?? ""
    report.add(row: row, field: field, value: code, detail: "as \(main)")
  }
}
