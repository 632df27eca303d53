import Geometry

/// Writes polygons as little-endian well-known binary.
enum WKBEncoder {
  typealias Polygon = [[CellLattice.Point]]

  static func polygon(_ rings: Polygon, to column: inout WKBColumn) {
    column.appendRow { appendPolygon(rings, &$0) }
  }

  /// One polygon is written as such, several as a multipolygon, none as "no geometry".
  static func polygons(_ polygons: [Polygon], to column: inout WKBColumn) {
    if polygons.count == 1 { return polygon(polygons[0], to: &column) }
    column.appendRow { bytes in
      if polygons.isEmpty { return }
      bytes.append(1)
      append(UInt32(6), &bytes)
      append(UInt32(polygons.count), &bytes)
      for one in polygons { appendPolygon(one, &bytes) }
    }
  }

  private static func appendPolygon(_ rings: Polygon, _ bytes: inout [UInt8]) {
    bytes.append(1)
    append(UInt32(3), &bytes)
    append(UInt32(rings.count), &bytes)
    for ring in rings {
      append(UInt32(ring.count), &bytes)
      for point in ring {
        append(point.x.bitPattern, &bytes)
        append(point.y.bitPattern, &bytes)
      }
    }
  }

  @inline(__always)
  private static func append(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
