internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping

/// Reads the villages that a pipeline declares.
enum VillageReader {
  static func read(
    _ source: LayerSource?, into system: CoordinateSystem?,
    check: (LayerDescription, SourceFile) throws -> Void = { _, _ in }
  ) throws -> VillageRegister {
    guard let source else { return VillageRegister() }
    var entries: [VillageRegister.Entry] = []
    var notes: [String] = []
    for file in source.files {
      let table = try LayerTable.read(file, of: source, into: system)
      try check(table.description, file)
      let (codes, names) = (table.texts("village"), table.texts("villageName"))
      let (towns, counties) = (table.texts("townName"), table.texts("countyName"))
      let (old, poor) = (table.texts("oldRevolutionaryArea"), table.texts("formerPoorVillage"))
      notes += table.problems.map { problem in
        let what = problem.kind == .invalid ? "boundary rebuilt" : "boundary cannot be used"
        return "\(file.displayPath) row \(problem.row): \(what), \(problem.reason)"
          + (problem.detail.isEmpty ? "" : ", \(problem.detail)")
      }
      let obsolete = source.mapping["village"]?.obsolete
      for row in 0..<table.count where !codes.isEmpty(row) {
        let code = code(codes, row, obsolete)
        entries.append(
          VillageRegister.Entry(
            village: Village(
              code: code, name: names[row], town: towns[row], county: counties[row]),
            isOldRevolutionaryArea: flag(old[row]), wasPoorVillage: flag(poor[row]),
            boundary: table.description.geometry == .none ? [] : Array(table.geometry[row])))
      }
    }
    var register = VillageRegister(entries)
    register.notes = notes
    return register
  }

  /// The code in force, in 12 digits where the source has more, as the 小班 have it.
  private static func code(_ codes: TextColumn, _ row: Int, _ obsolete: CodeList?) -> String {
    var bytes: [UInt8] = []
    AdministrativeCode.appendVillage(
      county: [], town: [], village: codes.bytes[codes.byteRange(row)], to: &bytes)
    let code = String(decoding: bytes, as: UTF8.self)
    return obsolete?.placeInForce(code) ?? code
  }

  /// 1 or 是 for yes, 0 or 否 for no; anything else says nothing.
  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "1", "是", "Y", "y": true
    case "0", "否", "N", "n": false
    default: nil
    }
  }
}
