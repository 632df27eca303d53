internal import CGDAL

/// Empty GeoPackages made by GDAL, to be filled through SQLite.
///
/// GDAL writes the tables that make the file valid (systems, contents, geometry columns); rows
/// are then inserted as blobs of `GeoPackageGeometry`, and the index is built at the end.
public enum GeoPackageTemplate {
  /// A layer or table to be created. Layers have the columns `fid` and `geom` (MultiPolygon)
  /// before their fields; tables have `fid`.
  public struct Table: Sendable, Equatable {
    public var name: String
    /// Whether it is a layer; unless said, it is one where it has an EPSG code. A layer without a
    /// code is marked undefined Cartesian.
    public var hasGeometry: Bool
    public var epsg: Int?
    public var fields: [FieldDescription]

    public init(
      name: String, hasGeometry: Bool? = nil, epsg: Int?, fields: [FieldDescription]
    ) {
      self.name = name
      self.hasGeometry = hasGeometry ?? (epsg != nil)
      self.epsg = epsg
      self.fields = fields
    }
  }

  /// Creates the file; none of this name may exist. The same tables give the same bytes.
  public static func create(path: String, tables: [Table]) throws(OutputError) {
    guard !FileSet.exists(path) else {
      throw OutputError(path: path, problem: .cannotCreate("a file of this name exists"))
    }
    GDALLibrary.prepare()
    let diagnostics = Diagnostics()
    let failed = diagnostics.run {
      GDALLibrary.withOptions(GDALLibrary.fixedDates) { () -> String? in
        let created = GDALLibrary.withStrings(["ADD_GPKG_OGR_CONTENTS=NO"]) { options in
          GDALGetDriverByName("GPKG").flatMap {
            GDALCreate($0, path, 0, 0, 0, GDT_Unknown, options)
          }
        }
        guard let created else { return "" }
        let dataset = Dataset(owning: created)
        for table in tables where !add(table, to: dataset.handle) { return table.name }
        return nil
      }
    }
    guard failed == nil, diagnostics.failure == nil else {
      throw OutputError(
        path: path, layer: failed, problem: .cannotCreate(diagnostics.failure ?? "no reason given"),
        diagnostics: diagnostics.texts)
    }
  }

  /// Builds the spatial index of a filled layer.
  public static func buildSpatialIndex(path: String, layer: String) throws(OutputError) {
    let text = layer.replacing("'", with: "''")
    try update(path, layer) { dataset in
      dataset.execute("SELECT CreateSpatialIndex('\(text)', 'geom')")
    }
  }

  /// Records the box of a filled layer's geometries in the contents table.
  public static func updateExtent(path: String, layer: String) throws(OutputError) {
    let text = layer.replacing("'", with: "''")
    let quoted = layer.replacing("\"", with: "\"\"")
    try update(path, layer) { dataset in
      let box = dataset.numbers(
        "SELECT MIN(ST_MinX(geom)), MIN(ST_MinY(geom)), MAX(ST_MaxX(geom)), MAX(ST_MaxY(geom))"
          + " FROM \"\(quoted)\"")
      guard let box, box.count == 4, box.allSatisfy(\.isFinite) else { return }
      dataset.execute(
        "UPDATE gpkg_contents SET min_x = \(box[0]), min_y = \(box[1]), max_x = \(box[2]),"
          + " max_y = \(box[3]) WHERE table_name = '\(text)'")
    }
  }

  private static func update(
    _ path: String, _ layer: String, _ body: (borrowing Dataset) -> Void
  ) throws(OutputError) {
    let diagnostics = Diagnostics()
    let isOpen = diagnostics.run {
      GDALLibrary.withOptions(GDALLibrary.fixedDates) { () -> Bool in
        guard let dataset = Dataset(path: path, drivers: ["GPKG"], update: true) else {
          return false
        }
        body(dataset)
        return true
      }
    }
    if !isOpen || diagnostics.failure != nil {
      throw OutputError(
        path: path, layer: layer,
        problem: .cannotWrite(diagnostics.failure ?? "the file cannot be opened"),
        diagnostics: diagnostics.texts)
    }
  }

  private static func add(_ table: Table, to dataset: GDALDatasetH) -> Bool {
    var reference: OGRSpatialReferenceH?
    if let epsg = table.epsg {
      guard let created = OSRNewSpatialReference(nil) else { return false }
      reference = created
      OSRSetAxisMappingStrategy(created, OAMS_TRADITIONAL_GIS_ORDER)
      guard OSRImportFromEPSG(created, Int32(epsg)) == OGRERR_NONE else {
        OSRRelease(created)
        return false
      }
    }
    defer { if let reference { OSRRelease(reference) } }
    let options = ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"]
    let layer = GDALLibrary.withStrings(options) {
      GDALDatasetCreateLayer(
        dataset, table.name, reference, table.hasGeometry ? wkbMultiPolygon : wkbNone, $0)
    }
    guard let layer else { return false }
    return table.fields.allSatisfy {
      LayerWriter.addField(layer, $0, Array($0.name.utf8) + [0], .geoPackage)
    }
  }
}
