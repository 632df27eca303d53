internal import Geospatial
internal import Inventory
internal import Mapping

/// Reads from a layer's own codes in which county it lies, for coordinates that fit several zones.
enum CountyFinder {
  /// Rows looked at: the first ones say it where all say the same.
  private static let rows = 2000

  /// The county that all of the first rows name; nil where they differ or have no such column.
  static func county(
    _ source: inout VectorSource, _ mapping: MappingFile
  ) throws(SourceError) -> String? {
    guard mapping.kind == .inventory else { return nil }
    let binding: ColumnBinding
    do {
      let fields = source.description.fields
      binding = try ColumnBinding(
        mapping, available: fields.map(\.name), aliases: fields.map(\.alias))
    } catch {
      return nil  // Reported where the mapping is bound.
    }
    let batch = try source.read(0..<rows, fields: binding.columnsToRead, geometry: false)
    let counties = binding.texts("county", in: batch.columns, rows: batch.count)
    let villages = binding.texts("village", in: batch.columns, rows: batch.count)
    var found: String?
    for row in 0..<batch.count {
      guard let county = county(counties[row]) ?? county(villages[row]) else { continue }
      if let found, found != county { return nil }
      found = county
    }
    return found
  }

  private static func county(_ code: String) -> String? {
    guard [6, 12].contains(code.utf8.count), code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    return String(code.prefix(6))
  }
}
