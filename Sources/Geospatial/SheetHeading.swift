internal import CGDAL

/// Finds the row of column names in a sheet that begins with a title, as printed 小班一览表 do.
///
/// GDAL takes the first row for the names and makes some up where cells are empty; under a title
/// nearly all are made up, which is how a title is told from names.
enum SheetHeading {
  /// How many rows below the first may be titles, units or dates.
  private static let deepest = 10

  /// Names by column, and how many features lie above the first row of data; nil where the first
  /// row has the names.
  static func below(
    _ layer: OGRLayerH, _ fields: [FieldDescription]
  ) -> (names: [String], skippedRows: Int)? {
    let madeUp = fields.enumerated().count { $1.name == "Field\($0 + 1)" }
    guard fields.count >= 3, madeUp * 2 >= fields.count else { return nil }
    OGR_L_ResetReading(layer)
    defer { OGR_L_ResetReading(layer) }
    let decoder = TextDecoder(.utf8)
    for row in 0..<deepest {
      guard let feature = OGR_L_GetNextFeature(layer) else { return nil }
      defer { OGR_F_Destroy(feature) }
      let cells = fields.indices.map { field -> String in
        guard OGR_F_IsFieldSetAndNotNull(feature, Int32(field)) != 0,
          let text = OGR_F_GetFieldAsString(feature, Int32(field))
        else { return "" }
        return decoder.string(UnsafeRawBufferPointer(start: text, count: strlen(text))).text
      }
      guard isHeading(cells) else { continue }
      let names = cells.enumerated().map { $1.isEmpty ? "Field\($0 + 1)" : $1 }
      return (names, row + 1)
    }
    return nil
  }

  /// Most columns have a name, no two the same, and names are no numbers.
  private static func isHeading(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count * 5 >= cells.count * 3, Set(filled).count == filled.count else {
      return false
    }
    return filled.count { Double($0) != nil } * 5 <= filled.count
  }
}
