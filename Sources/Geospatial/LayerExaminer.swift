internal import CGDAL

/// Looks at a layer once, so that everybody else knows what to expect of it.
enum LayerExaminer {
  static func examine(
    path: String, layer: String?, encoding: TextEncoding?, hint: CoordinateHint
  ) throws(SourceError) -> LayerDescription {
    let diagnostics = Diagnostics()
    return try diagnostics.run { () throws(SourceError) -> LayerDescription in
      let examined = try examine(path, layer, encoding, hint, diagnostics)
      if let failure = diagnostics.failure {
        throw SourceError(
          path: path, layer: layer, problem: .damaged(failure), diagnostics: diagnostics.texts)
      }
      return examined
    }
  }

  private static func examine(
    _ path: String, _ layer: String?, _ encoding: TextEncoding?, _ hint: CoordinateHint,
    _ diagnostics: Diagnostics
  ) throws(SourceError) -> LayerDescription {
    // The stamps come first: a change while we look must not go unnoticed.
    let stamps =
      FileSet.isFolder(path) ? [] : try FileSet.parts(of: path).compactMap(FileStamp.init)
    if let archive = ZipPath.archive(of: path) {
      if let what = ZipPath.bomb(archive) {
        throw SourceError(path: path, layer: layer, problem: .notReadable(what))
      }
      if let damage = ZipPath.damage(in: path) {
        throw SourceError(path: path, layer: layer, problem: .damaged(damage))
      }
    }
    let (decision, liveRows) = try EncodingExaminer.examine(
      path: path, layer: layer, configured: encoding)
    let opened = try OpenedLayer(
      path: path, layer: layer, diagnostics: diagnostics, examinesViews: true)
    return try opened.bounded(path: path) { () throws(SourceError) -> LayerDescription in
      var description = try describe(opened, path, decision, liveRows, stamps, hint)
      if description.driver == "GeoJSON" {
        description.hasShapes = shapes(path, description.rowCount, diagnostics)
      }
      return description
    }
  }

  private static func describe(
    _ opened: borrowing OpenedLayer, _ path: String, _ decision: EncodingDecision,
    _ liveRows: Int?, _ stamps: [FileStamp], _ hint: CoordinateHint
  ) throws(SourceError) -> LayerDescription {
    if opened.isView, let first = OGR_L_GetNextFeature(opened.layer) { OGR_F_Destroy(first) }
    let decoder = TextDecoder(decision.encoding)
    let kind = geometryKind(opened.definition)
    var rows = max(0, Int(OGR_L_GetFeatureCount(opened.layer, 1)))
    var extent: Extent?
    if kind != .none, rows > 0 { extent = LayerExtent.of(opened.layer) }
    let recorded = kind == .none ? nil : try recorded(opened.layer, path, hint)
    let driver = SourceKind(path: path)?.driver ?? ""
    let (rowIDs, listed) = rowIDs(opened.layer, driver, rows)
    // What a GeoPackage notes as its number of rows may be out of date.
    if let listed { rows = listed }
    if rows == 1, case .spreadsheet = SourceKind(path: path), hasNoHeading(opened.definition) {
      throw SourceError(path: path, layer: opened.name, problem: .empty)
    }
    var fields = fields(opened.definition, decoder, isDBF: driver == "ESRI Shapefile")
    var skipped = 0
    if case .spreadsheet = SourceKind(path: path),
      let heading = SheetHeading.below(opened.layer, fields)
    {
      skipped = heading.skippedRows
      for (column, name) in heading.names.enumerated() { fields[column].name = name }
    }
    var usable: Extent?
    let coordinates =
      kind == .none ? .none : place(opened.layer, recorded, &extent, &usable, hint)
    var description = LayerDescription(
      path: path, driver: driver, layer: opened.name, fields: fields,
      featureCount: (liveRows ?? rows) - skipped, rowCount: rows - skipped, geometry: kind,
      extent: extent,
      coordinates: coordinates, encoding: decision, rowIDs: rowIDs, stamps: stamps,
      skippedRows: skipped)
    description.usableExtent = usable
    return description
  }

  /// Which rows of a GeoJSON file have a geometry. Where its text is whole, what GDAL says about single
  /// geometries is for the rows.
  private static func shapes(
    _ path: String, _ rows: Int, _ diagnostics: Diagnostics
  ) -> [Bool] {
    guard let shapes = GeoJSONShapes(path), shapes.hasGeometry.count == rows else { return [] }
    if let failure = diagnostics.failure, failure.contains("oordinate") { diagnostics.forgive() }
    return shapes.hasGeometry
  }

  /// What the file says about its coordinates. A broken .prj is an error unless somebody declares
  /// what it should say.
  private static func recorded(
    _ layer: OGRLayerH, _ path: String, _ hint: CoordinateHint
  ) throws(SourceError) -> CoordinateSystem? {
    let diagnostics = Diagnostics()
    let copy = diagnostics.run { OGR_L_GetSpatialRef(layer).flatMap { OSRClone($0) } }
    if let what = diagnostics.failure, hint.epsg == nil {
      throw SourceError(
        path: path,
        problem: .damaged("its .prj or other record of coordinates: \(what); declare `epsg`"))
    }
    guard let copy else { return nil }
    let reference = SpatialReference(owning: copy)
    let system = reference.description(epsg: reference.identifiedEPSG)
    // GeoPackage has a code for "unknown"; it is no record.
    return system.name.hasPrefix("Undefined") ? nil : system
  }

  /// Where the layer lies. What a file notes as its extent may be wrong; before it is refused for
  /// that, its features are asked.
  private static func place(
    _ layer: OGRLayerH, _ recorded: CoordinateSystem?, _ extent: inout Extent?,
    _ usable: inout Extent?, _ hint: CoordinateHint
  ) -> CoordinateDecision {
    let decision = CoordinateRule.decide(recorded: recorded, extent: extent, hint: hint)
    guard case .undecided(let problem) = decision else { return decision }
    switch problem {
    case .outsideAreaOfUse, .undecided:
      guard let measured = LayerExtent.ofFeatures(layer) else { return decision }
      var second = decision
      if measured != extent {
        extent = measured
        second = CoordinateRule.decide(recorded: recorded, extent: measured, hint: hint)
        guard case .undecided = second else { return second }
      }
      guard let found = CoordinateMajority.decide(layer, recorded: recorded, hint: hint) else {
        return second
      }
      usable = found.1
      if let usable { extent = usable }
      return found.0
    default: return decision
    }
  }

  /// A sheet of a single row: the driver takes it for content and makes up the names.
  private static func hasNoHeading(_ definition: OGRFeatureDefnH) -> Bool {
    (0..<OGR_FD_GetFieldCount(definition)).allSatisfy { index in
      OGR_FD_GetFieldDefn(definition, index).flatMap { OGR_Fld_GetNameRef($0) }
        .map { String(cString: $0) } == "Field\(index + 1)"
    }
  }

  private static func fields(
    _ definition: OGRFeatureDefnH, _ decoder: TextDecoder, isDBF: Bool
  ) -> [FieldDescription] {
    (0..<OGR_FD_GetFieldCount(definition)).compactMap { index in
      guard let field = OGR_FD_GetFieldDefn(definition, index), let raw = OGR_Fld_GetNameRef(field)
      else { return nil }
      let (name, damage) = decoder.string(UnsafeRawBufferPointer(start: raw, count: strlen(raw)))
      let width = Int(OGR_Fld_GetWidth(field))
      let kind: FieldDescription.Kind
      switch OGR_Fld_GetType(field) {
      case OFTInteger: kind = .integer
      // Wider numbers are identifiers, and a Double would round them.
      case OFTInteger64: kind = width > 15 ? .text : .integer
      case OFTReal: kind = .real
      case OFTDate, OFTDateTime: kind = .date
      default: kind = .text
      }
      let alias = OGR_Fld_GetAlternativeNameRef(field).map { String(cString: $0) } ?? ""
      return FieldDescription(
        name: name, kind: kind, width: width, precision: Int(OGR_Fld_GetPrecision(field)),
        alias: alias, isNameCut: isDBF && damage != .none)
    }
  }

  private static func geometryKind(_ definition: OGRFeatureDefnH) -> GeometryKind {
    switch OGR_GT_Flatten(OGR_FD_GetGeomType(definition)) {
    case wkbNone: .none
    case wkbPolygon, wkbMultiPolygon, wkbCurvePolygon, wkbMultiSurface, wkbSurface, wkbTIN,
      wkbPolyhedralSurface, wkbTriangle:
      .polygon
    case wkbPoint, wkbMultiPoint: .point
    case wkbLineString, wkbMultiLineString, wkbCompoundCurve, wkbMultiCurve, wkbCurve,
      wkbCircularString:
      .line
    default: .mixed
    }
  }

  /// - Returns: also the number of rows, where all were met.
  private static func rowIDs(
    _ layer: OGRLayerH, _ driver: String, _ rows: Int
  ) -> (LayerDescription.RowIDs, Int?) {
    if OGR_L_TestCapability(layer, OLCFastSetNextByIndex) != 0 { return (.direct, nil) }
    guard driver == "GPKG", let column = OGR_L_GetFIDColumn(layer), column.pointee != 0 else {
      return (.sequential, nil)
    }
    // Feature ids only: nothing else is fetched.
    let definition = OGR_L_GetLayerDefn(layer)
    var ignored = CSLAddString(CSLAddString(nil, "OGR_STYLE"), "OGR_GEOMETRY")
    defer { CSLDestroy(ignored) }
    if let definition {
      for index in 0..<OGR_FD_GetFieldCount(definition) {
        if let field = OGR_FD_GetFieldDefn(definition, index) {
          ignored = CSLAddString(ignored, OGR_Fld_GetNameRef(field))
        }
      }
    }
    if let ignored {
      let count = Int(CSLCount(ignored)) + 1
      ignored.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: count) {
        _ = OGR_L_SetIgnoredFields(layer, $0)
      }
    }
    var list: [Int64] = []
    list.reserveCapacity(rows)
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      list.append(OGR_F_GetFID(feature))
      OGR_F_Destroy(feature)
    }
    list.sort()
    // A view that joins a row with several others has it several times.
    guard zip(list, list.dropFirst()).allSatisfy({ $0 != $1 }) else {
      return (.sequential, list.count)
    }
    guard let first = list.first, let last = list.last else { return (.sequential, 0) }
    let (span, isTooWide) = last.subtractingReportingOverflow(first)
    let isContiguous = !isTooWide && span == Int64(list.count - 1)
    return (isContiguous ? .contiguous(first: first) : .listed(list), list.count)
  }
}
