/// Writes polygons as well-known binary: two dimensions, little endian (OGC 06-103r4, 8.2).
public enum WKBWriter {
  /// How a geometry of one part is written. GeoPackage and shapefile layers of type MultiPolygon
  /// want every row to be one.
  public enum Form: Sendable {
    /// A polygon where there is one part, a multi-polygon where there are several or none.
    case simplest
    case multiPolygon
  }

  /// Appends the bytes of `polygon` to `bytes`; an empty polygon becomes a multi-polygon of none.
  public static func write(
    _ polygon: PolygonBuffer, as form: Form = .simplest, to bytes: inout [UInt8]
  ) {
    bytes.reserveCapacity(bytes.count + 9 + polygon.partCount * 9 + polygon.x.count * 16)
    if polygon.partCount != 1 || form == .multiPolygon {
      header(type: 6, count: polygon.partCount, to: &bytes)
    }
    for part in 0..<polygon.partCount {
      let rings = polygon.rings(ofPart: part)
      header(type: 3, count: rings.count, to: &bytes)
      for ring in rings {
        let points = polygon.points(ofRing: ring)
        append(UInt32(points.count), to: &bytes)
        for point in points {
          append(polygon.x[point].bitPattern, to: &bytes)
          append(polygon.y[point].bitPattern, to: &bytes)
        }
      }
    }
  }

  private static func header(type: UInt32, count: Int, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(type, to: &bytes)
    append(UInt32(count), to: &bytes)
  }

  @inline(__always)
  private static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    var rest = value
    for _ in 0..<MemoryLayout<T>.size {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

extension WKBColumn {
  /// Appends a polygon as one row; an empty polygon becomes "no geometry".
  public mutating func append(_ polygon: PolygonBuffer, as form: WKBWriter.Form = .simplest) {
    appendRow { bytes in
      if !polygon.isEmpty { WKBWriter.write(polygon, as: form, to: &bytes) }
    }
  }
}
