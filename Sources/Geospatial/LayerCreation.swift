internal import CGDAL

/// A dataset just created, with one layer to be filled.
struct CreatedLayer: ~Copyable {
  let layer: OGRLayerH
  let definition: OGRFeatureDefnH
  private let dataset: Dataset

  init(layer: OGRLayerH, definition: OGRFeatureDefnH, dataset: consuming Dataset) {
    self.layer = layer
    self.definition = definition
    self.dataset = dataset
  }

  consuming func release() -> Dataset { dataset }
}

extension LayerWriter {
  /// Nil if GDAL refuses; its diagnostics say why.
  static func create(
    _ path: String, _ format: OutputFormat, _ name: String, _ fields: [FieldDescription],
    _ names: [[UInt8]], _ geometry: GeometryKind, _ epsg: Int?, _ options: WriterOptions
  ) -> CreatedLayer? {
    GDALLibrary.prepare()
    return GDALLibrary.withOptions(GDALLibrary.fixedDates) { () -> CreatedLayer? in
      guard let driver = GDALGetDriverByName(format.rawValue),
        let handle = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil)
      else { return nil }
      let dataset = Dataset(owning: handle)
      var reference: OGRSpatialReferenceH?
      if let code = format == .geoJSON ? 4326 : epsg {
        guard let created = OSRNewSpatialReference(nil) else { return nil }
        reference = created
        OSRSetAxisMappingStrategy(created, OAMS_TRADITIONAL_GIS_ORDER)
        guard OSRImportFromEPSG(created, Int32(code)) == OGRERR_NONE else {
          OSRRelease(created)
          return nil
        }
      }
      defer { if let reference { OSRRelease(reference) } }
      let layer = GDALLibrary.withStrings(layerOptions(format, options)) {
        GDALDatasetCreateLayer(handle, name, reference, type(geometry, format), $0)
      }
      guard let layer else { return nil }
      for (field, name) in zip(fields, names) where !addField(layer, field, name, format) {
        return nil
      }
      if format == .geoPackage { GDALDatasetStartTransaction(handle, 0) }
      guard let definition = OGR_L_GetLayerDefn(layer) else { return nil }
      return CreatedLayer(layer: layer, definition: definition, dataset: dataset)
    }
  }

  static func addField(
    _ layer: OGRLayerH, _ field: FieldDescription, _ name: [UInt8], _ format: OutputFormat
  ) -> Bool {
    let type: OGRFieldType
    switch field.kind {
    case .text: type = OFTString
    case .integer: type = OFTInteger64
    case .real: type = OFTReal
    case .date: type = OFTDate
    }
    let created = name.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { OGR_Fld_Create($0.baseAddress, type) }
    }
    guard let created else { return false }
    defer { OGR_Fld_Destroy(created) }
    if format == .shapefile {
      let width = field.kind == .text ? textWidth(field) : field.width
      OGR_Fld_SetWidth(created, Int32(width))
      OGR_Fld_SetPrecision(created, Int32(field.precision))
    }
    return OGR_L_CreateField(layer, created, 0) == OGRERR_NONE
  }

  private static func type(_ geometry: GeometryKind, _ format: OutputFormat) -> OGRwkbGeometryType {
    switch geometry {
    case .none: wkbNone
    case .polygon:
      switch format {
      case .geoPackage: wkbMultiPolygon
      case .shapefile: wkbPolygon
      case .geoJSON, .csv, .xlsx: wkbUnknown
      }
    case .line: wkbLineString
    case .point: wkbPoint
    case .mixed: wkbUnknown
    }
  }

  private static func layerOptions(_ format: OutputFormat, _ options: WriterOptions) -> [String] {
    switch format {
    case .shapefile:
      // Raw bytes: texts and names are encoded here, not by GDAL.
      ["ENCODING=", "DBF_DATE_LAST_UPDATE=2000-01-01"]
    case .geoPackage:
      [
        "FID=fid", "GEOMETRY_NAME=geom",
        "SPATIAL_INDEX=" + (options.spatialIndex ? "YES" : "NO"),
      ]
    case .geoJSON: ["RFC7946=YES", "COORDINATE_PRECISION=8"]
    case .csv: ["LINEFORMAT=LF", "WRITE_BOM=" + (options.byteOrderMark ? "YES" : "NO")]
    case .xlsx: []
    }
  }
}
