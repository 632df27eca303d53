internal import CGDAL

/// Geometries as two-dimensional little-endian well-known binary.
enum GeometryBytes {
  /// Appends the geometry: polygonal parts as Polygon or MultiPolygon, other kinds as they are.
  /// Nothing is appended for an empty one.
  static func append(_ shape: OGRGeometryH, to bytes: inout [UInt8]) {
    guard OGR_G_IsEmpty(shape) == 0 else { return }
    OGR_G_FlattenTo2D(shape)
    switch OGR_G_GetGeometryType(shape) {
    case wkbPolygon, wkbMultiPolygon, wkbPoint, wkbMultiPoint, wkbLineString, wkbMultiLineString:
      export(shape, to: &bytes)
    default:
      var linear: OGRGeometryH?
      if OGR_G_HasCurveGeometry(shape, 1) != 0 {
        linear = OGR_G_GetLinearGeometry(shape, 0, nil)
      } else {
        linear = OGR_G_Clone(shape)
      }
      guard let linear else { return }
      if let polygons = polygonal(linear) {
        export(polygons, to: &bytes)
        OGR_G_DestroyGeometry(polygons)
      }
    }
  }

  /// The polygons of any geometry as one MultiPolygon, or other simple kinds unchanged. Consumes
  /// its argument.
  static func polygonal(_ shape: OGRGeometryH) -> OGRGeometryH? {
    switch OGR_G_GetGeometryType(shape) {
    case wkbPolygon, wkbMultiPolygon, wkbPoint, wkbMultiPoint, wkbLineString, wkbMultiLineString:
      return shape
    default: break
    }
    defer { OGR_G_DestroyGeometry(shape) }
    guard let result = OGR_G_CreateGeometry(wkbMultiPolygon) else { return nil }
    collect(shape, into: result)
    if OGR_G_IsEmpty(result) != 0 {
      OGR_G_DestroyGeometry(result)
      return nil
    }
    return result
  }

  private static func collect(_ shape: OGRGeometryH, into result: OGRGeometryH) {
    switch OGR_G_GetGeometryType(shape) {
    case wkbPolygon:
      OGR_G_AddGeometry(result, shape)
    case wkbTriangle:
      guard let copy = OGR_G_Clone(shape), let forced = OGR_G_ForceToPolygon(copy) else { return }
      OGR_G_AddGeometryDirectly(result, forced)
    case wkbMultiPolygon, wkbGeometryCollection, wkbTIN, wkbPolyhedralSurface, wkbMultiSurface:
      for index in 0..<OGR_G_GetGeometryCount(shape) {
        if let part = OGR_G_GetGeometryRef(shape, index) { collect(part, into: result) }
      }
    default: break
    }
  }

  static func export(_ shape: OGRGeometryH, to bytes: inout [UInt8]) {
    let size = Int(OGR_G_WkbSize(shape))
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: size))
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = OGR_G_ExportToIsoWkb(
        shape, wkbNDR, (base + start).assumingMemoryBound(to: UInt8.self))
    }
  }

  /// A geometry from its bytes; the caller destroys it.
  static func geometry(_ bytes: some Collection<UInt8>) -> OGRGeometryH? {
    var handle: OGRGeometryH?
    let created = bytes.withContiguousStorageIfAvailable { buffer -> OGRErr in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return OGRERR_CORRUPT_DATA }
      return OGR_G_CreateFromWkb(base, nil, &handle, Int32(buffer.count))
    }
    guard created == OGRERR_NONE else {
      if let handle { OGR_G_DestroyGeometry(handle) }
      return nil
    }
    return handle
  }
}
