internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping

/// Rows of a reference layer read through its mapping: villages, parcels, zones, credited land.
struct LayerTable: Sendable {
  /// What was wrong with a row's shape.
  struct Problem: Sendable, Equatable {
    enum Kind: Equatable {
      /// Rebuilt.
      case invalid
      /// Not a polygon; the row has no geometry.
      case unusable
    }

    var kind: Kind
    /// As the file counts its rows, from 0.
    var row: Int64
    var reason: String
    var detail: String
  }

  let description: LayerDescription
  /// Valid polygons in the working coordinate system; empty entries where a row has none.
  var geometry: WKBColumn
  /// As the file counts its rows, from 0.
  let rows: [Int64]
  let problems: [Problem]
  private let binding: ColumnBinding
  private let columns: [SourceColumn]

  init(
    description: LayerDescription, batch: RawBatch, geometry: WKBColumn, problems: [Problem],
    binding: ColumnBinding
  ) {
    self.description = description
    self.geometry = geometry
    self.problems = problems
    self.binding = binding
    rows = batch.featureIDs
    columns = batch.columns
  }

  /// A whole layer by one thread; for those of a few thousand rows.
  ///
  /// - Parameter system: the working coordinate system; nil keeps the layer's own.
  static func read(
    _ file: SourceFile, of layer: LayerSource, into system: CoordinateSystem?
  ) throws -> LayerTable {
    let (description, binding) = try SourceExaminer.examine(file, of: layer)
    var open = try OpenLayer.open(file, layer, description, binding, into: system)
    return try open.read(0..<description.rowCount)
  }

  var count: Int { rows.count }
  var mapping: MappingFile { binding.mapping }

  func has(_ field: String) -> Bool { binding.position(field) != nil }

  func texts(_ field: String) -> TextColumn { binding.texts(field, in: columns, rows: count) }

  func numbers(_ field: String) -> [Double] { binding.numbers(field, in: columns, rows: count) }
}
