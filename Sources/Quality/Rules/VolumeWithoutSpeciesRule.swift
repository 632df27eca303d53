internal import Inventory
public import Mapping

/// Wood without a species has no coefficient; the row stays, its carbon cannot be told.
public enum VolumeWithoutSpeciesRule: RowRule {
  public static let definition = RuleDefinition(
    "volume-without-species", "有蓄积无树种",
    summary: "There is growing stock but no species.",
    chineseRemedy: "补填优势树种。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.volume[row] > 0 && stands.species[row] == SpeciesTable.none
      && rows.speciesCode.isEmpty(row)
    {
      report.add(row: row, field: "species", value: "", detail: "\(stands.volume[row]) m³/ha")
    }
  }
}
