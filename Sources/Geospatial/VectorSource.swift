internal import CGDAL

/// An open layer of a file: Shapefile, .dbf alone, GeoPackage, file geodatabase, GeoJSON,
/// FlatGeobuf, CSV, or the rows of a spreadsheet.
///
/// One per thread. The first examines the file; further workers open their own from its
/// `description`, which is cheap, and all may read any rows in any order.
public struct VectorSource: ~Copyable {
  public let description: LayerDescription

  private let dataset: Dataset
  private let layer: OGRLayerH
  private let definition: OGRFeatureDefnH
  private let decoder: TextDecoder
  private let plainRows: ShapefileRows?
  private var selection: Selection?
  /// The row a sequential driver would give next.
  private var nextRow = 0

  struct Selection: Equatable {
    var fields: [Int]
    var geometry: Bool
  }

  /// Opens and examines a layer.
  ///
  /// - Parameters:
  ///   - layer: needed if the file has several.
  ///   - encoding: overrides what the file says and shows; ignored by formats that fix it.
  ///   - coordinates: what the configuration says about the coordinates.
  ///   - allowsEmpty: whether a layer without rows is a description rather than an error.
  public init(
    path: String, layer: String? = nil, encoding: TextEncoding? = nil,
    coordinates: CoordinateHint = CoordinateHint(), allowsEmpty: Bool = false
  ) throws(SourceError) {
    let examined = try LayerExaminer.examine(
      path: path, layer: layer, encoding: encoding, hint: coordinates)
    guard allowsEmpty || examined.featureCount > 0 else {
      throw SourceError(path: path, layer: examined.layer, problem: .empty)
    }
    try self.init(reopening: examined)
  }

  /// Opens a layer that was examined before, on this or another thread.
  ///
  /// - Throws: `SourceError.changedWhileReading` if the file is not as it was.
  public init(reopening description: LayerDescription) throws(SourceError) {
    guard description.stamps.allSatisfy(\.isUnchanged) else {
      throw SourceError(
        path: description.path, layer: description.layer, problem: .changedWhileReading)
    }
    let diagnostics = Diagnostics()
    let opened = try diagnostics.run { () throws(SourceError) -> OpenedLayer in
      try OpenedLayer(path: description.path, layer: description.layer, diagnostics: diagnostics)
    }
    // The record of coordinates was judged when the file was examined: what is wrong with it is not
    // said again, and no code is looked for.
    Diagnostics().run {
      GDALLibrary.withOptions([("USE_OSR_FIND_MATCHES", "NO")]) {
        _ = OGR_L_GetSpatialRef(opened.layer)
      }
    }
    self.description = description
    layer = opened.layer
    definition = opened.definition
    decoder = TextDecoder(description.encoding.encoding)
    plainRows = ShapefileRows(description)
    dataset = opened.release()
  }

  /// Reads a run of rows; rows outside the layer are left out.
  ///
  /// - Parameters:
  ///   - rows: positions counted from 0 (GeoPackage: in the order of feature ids).
  ///   - fields: positions in `description.fields`; the batch has them in this order.
  ///   - geometry: whether geometries are read: polygons as Polygon or MultiPolygon, points and
  ///     lines as they are, without heights, measures and curves. A feature without geometry has
  ///     an empty entry, one whose shape cannot be read `RawBatch.brokenShape`.
  public mutating func read(
    _ rows: Range<Int>, fields: [Int], geometry: Bool
  ) throws(SourceError) -> RawBatch {
    let rows = rows.clamped(to: 0..<description.rowCount)
    guard description.stamps.allSatisfy(\.isUnchanged) else { throw error(.changedWhileReading) }
    let diagnostics = Diagnostics()
    let selection = Selection(fields: fields, geometry: geometry)
    let plain = diagnostics.run { readPlain(rows, selection) }
    if let plain, diagnostics.failure == nil { return plain }
    let batch = diagnostics.run { () -> RawBatch in
      select(selection)
      return collect(rows, selection, diagnostics)
    }
    if let failure = diagnostics.failure {
      throw error(.damaged(failure), diagnostics.texts)
    }
    let expected = description.rowCount == description.featureCount ? rows.count : nil
    if let expected, batch.count != expected {
      throw error(
        .damaged("rows \(rows.lowerBound)..<\(rows.upperBound): \(batch.count) could be read"),
        diagnostics.texts)
    }
    return batch
  }

  private func error(
    _ problem: SourceError.Problem, _ diagnostics: [String] = []
  ) -> SourceError {
    SourceError(
      path: description.path, layer: description.layer, problem: problem, diagnostics: diagnostics)
  }

  /// The rows without GDAL, where they are plain enough.
  private mutating func readPlain(_ rows: Range<Int>, _ wanted: Selection) -> RawBatch? {
    guard plainRows != nil else { return nil }
    // Polygons of several rings: which ring is a hole is for GDAL to tell.
    if wanted.geometry { select(Selection(fields: [], geometry: true)) }
    let layer = layer
    return plainRows?.read(
      rows, fields: wanted.fields.map { ($0, description.fields[$0].kind) },
      geometry: wanted.geometry, decoder: decoder
    ) { row, bytes in
      guard let feature = OGR_L_GetFeature(layer, Int64(row)) else { return }
      if let shape = OGR_F_GetGeometryRef(feature) { GeometryBytes.append(shape, to: &bytes) }
      OGR_F_Destroy(feature)
    }
  }

  /// Tells the driver to leave alone what nobody asked for: worth up to four times the speed.
  private mutating func select(_ wanted: Selection) {
    guard wanted != selection else { return }
    selection = wanted
    var ignored = CSLAddString(nil, "OGR_STYLE")
    defer { CSLDestroy(ignored) }
    if !wanted.geometry { ignored = CSLAddString(ignored, "OGR_GEOMETRY") }
    let used = Set(wanted.fields)
    for index in description.fields.indices where !used.contains(index) {
      // The name as the file has it: decoded, the driver would not know it.
      guard let field = OGR_FD_GetFieldDefn(definition, Int32(index)) else { continue }
      ignored = CSLAddString(ignored, OGR_Fld_GetNameRef(field))
    }
    if let ignored {
      let count = Int(CSLCount(ignored)) + 1
      ignored.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: count) {
        _ = OGR_L_SetIgnoredFields(layer, $0)
      }
    }
    // The driver starts again from the first row.
    OGR_L_ResetReading(layer)
    nextRow = 0
  }

  private mutating func collect(
    _ rows: Range<Int>, _ selection: Selection, _ diagnostics: Diagnostics
  ) -> RawBatch {
    var builder = BatchBuilder(
      fields: selection.fields.map { ($0, description.fields[$0].kind) },
      geometry: selection.geometry, rows: rows.count, decoder: decoder)
    guard !rows.isEmpty else { return builder.finish(firstRow: rows.lowerBound) }

    var limit: Int64?
    switch description.rowIDs {
    case .direct:
      let place = Int64(rows.lowerBound + description.skippedRows)
      nextRow = rows.lowerBound
      guard OGR_L_SetNextByIndex(layer, place) == OGRERR_NONE else {
        return builder.finish(firstRow: rows.lowerBound)
      }
      // Deleted rows of a .dbf have numbers but no features.
      if description.driver == "ESRI Shapefile" { limit = Int64(rows.upperBound) }
    case .contiguous(let first):
      filter(first + Int64(rows.lowerBound), first + Int64(rows.upperBound) - 1)
    case .listed(let list):
      filter(list[rows.lowerBound], list[rows.upperBound - 1])
    case .sequential:
      let place = rows.lowerBound + description.skippedRows
      if place < nextRow {
        OGR_L_ResetReading(layer)
        nextRow = 0
      }
      while nextRow < place, let feature = OGR_L_GetNextFeature(layer) {
        OGR_F_Destroy(feature)
        nextRow += 1
      }
    }
    while builder.count < rows.count, let feature = OGR_L_GetNextFeature(layer) {
      if let limit, OGR_F_GetFID(feature) >= limit {
        OGR_F_Destroy(feature)
        break
      }
      let isBroken = selection.geometry && isBroken(feature, diagnostics)
      if isBroken { diagnostics.forgive() }
      builder.append(feature, hasBrokenShape: isBroken)
      OGR_F_Destroy(feature)
      nextRow += 1
    }
    return builder.finish(firstRow: rows.lowerBound)
  }

  /// Whether a driver gave a row without the shape that the file has in some way. The row is not the
  /// file's fault.
  private func isBroken(_ feature: OGRFeatureH, _ diagnostics: Diagnostics) -> Bool {
    switch description.driver {
    case "GPKG": return diagnostics.failure != nil
    case "ESRI Shapefile":
      guard diagnostics.failure != nil || OGR_F_GetGeometryRef(feature) == nil,
        let judge = ShapefileRecord.Judge(description.path)
      else { return false }
      return judge.isDamaged(Int(OGR_F_GetFID(feature)))
    case "GeoJSON":
      return OGR_F_GetGeometryRef(feature) == nil && nextRow < description.hasShapes.count
        && description.hasShapes[nextRow]
    default: return false
    }
  }

  private func filter(_ first: Int64, _ last: Int64) {
    let column = OGR_L_GetFIDColumn(layer).map { String(cString: $0) } ?? "fid"
    let quoted = column.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    OGR_L_SetAttributeFilter(layer, "\"\(quoted)\" BETWEEN \(first) AND \(last)")
    OGR_L_ResetReading(layer)
  }
}
