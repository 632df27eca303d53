internal import Inventory
public import Mapping

/// An age without a species: one of the two was lost. With volume it is reported as
/// `volume-without-species`.
public enum AgeWithoutSpeciesRule: RowRule {
  public static let definition = RuleDefinition(
    "age-without-species", "有年龄无树种",
    summary: "There is a mean age but neither species nor growing stock.",
    chineseRemedy: "补填优势树种，或删去年龄。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.age[row] > 0 && stands.species[row] == SpeciesTable.none
      && rows.speciesCode.isEmpty(row) && !(stands.volume[row] > 0)
    {
      report.add(row: row, field: "species", value: "", detail: "\(stands.age[row]) years")
    }
  }
}
