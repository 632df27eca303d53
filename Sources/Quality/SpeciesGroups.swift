internal import Inventory
internal import Mapping

/// The groups of the species of a batch, found through the codes of its rows: numbers mean nothing
/// without the run's table, which rules do not have.
struct SpeciesGroups {
  private let list: CodeList?
  private var known: [UInt16: String] = [:]

  init(_ mapping: MappingFile) {
    list = mapping["species"]?.codes
  }

  /// The group of a row's species; nil without a species.
  mutating func group(_ rows: SurveyRows, _ row: Int) -> String? {
    let number = rows.subcompartments.species[row]
    guard number != SpeciesTable.none, let list else { return nil }
    if let group = known[number] { return group }
    let code = rows.speciesCode[row]
    guard let entry = list[code] ?? list.mainCode(of: code).flatMap({ list[$0] }) else {
      return nil
    }
    known[number] = entry.meaning
    return entry.meaning
  }
}
