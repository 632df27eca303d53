internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping

/// A whole layer of a reference source, read through its mapping: villages, parcels, zones. These
/// are thousands of rows, not millions.
struct LayerTable: Sendable {
  let description: LayerDescription
  /// In the working coordinate system; empty entries where a row has none.
  let geometry: WKBColumn
  let count: Int
  private let binding: ColumnBinding
  private let columns: [SourceColumn]

  /// - Parameter system: the working coordinate system; nil keeps the layer's own.
  static func read(
    _ file: SourceFile, of layer: LayerSource, into system: CoordinateSystem?
  ) throws -> LayerTable {
    let (description, binding) = try SourceExaminer.examine(file, of: layer)
    do {
      var source = try VectorSource(reopening: description)
      let hasGeometry = description.geometry != .none
      let batch = try source.read(
        0..<description.rowCount, fields: binding.columnsToRead, geometry: hasGeometry)
      var geometry = batch.geometry
      if hasGeometry, let system,
        let own = try SourceExaminer.system(of: description, shown: file.displayPath)
      {
        geometry = UsableGeometry.only(geometry).geometry
        try Reprojection(from: own, to: system, shift: layer.datumShift)?.apply(to: &geometry)
      }
      return LayerTable(
        description: description, geometry: geometry, count: batch.count, binding: binding,
        columns: batch.columns)
    } catch let error as SourceError {
      throw error.shown(as: file.displayPath)
    } catch let error as CoordinateProblem {
      throw SourceError(
        path: file.displayPath, layer: description.layer, problem: .coordinate(error))
    }
  }

  func has(_ field: String) -> Bool { binding.position(field) != nil }

  func texts(_ field: String) -> TextColumn { binding.texts(field, in: columns, rows: count) }

  func numbers(_ field: String) -> [Double] { binding.numbers(field, in: columns, rows: count) }
}
