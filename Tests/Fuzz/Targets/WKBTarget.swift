@testable import Geometry
@testable import Geospatial

#if canImport(Stages)
  @testable import Stages
#endif

/// Every reader of well-known binary agrees with the others about what is a polygon, and none
/// reads beyond the bytes.
enum WKBTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    var column = WKBColumn()
    // Something before and after it, which no reader may touch.
    column.append([1, 3, 0, 0, 0])
    column.append(bytes)
    column.append([0xFF, 0xFF])
    let polygon = read(column)
    let area = try? PlanarMeasures.area(ofRow: 1, of: column)
    if let polygon {
      var written: [UInt8] = []
      WKBWriter.write(polygon, to: &written)
      var again = PolygonBuffer()
      do throws(WKBError) {
        try WKBReader.read(written, into: &again)
      } catch {
        throw Violation("what was written is refused: \(error)")
      }
      try hold(
        again.x == polygon.x && again.y == polygon.y && again.ringCount == polygon.ringCount,
        "a round trip changes the polygon")
      if polygon.x.allSatisfy({ abs($0) < 1e100 }), polygon.y.allSatisfy({ abs($0) < 1e100 }) {
        try hold(area != nil, "the reader accepts what has no area")
      }
      var filter = SelfCrossingFilter()
      _ = filter.isSuspect(polygon)
      _ = PlanarMeasures.centroid(of: polygon)
      _ = PlanarMeasures.interiorPoint(of: polygon)
    }
    try walk(bytes)
    usable(bytes, column)
    var blob: [UInt8] = []
    if GeoPackageGeometry.append(bytes[...], srsID: 4526, to: &blob) != nil {
      let body = GeoPackageGeometry.body(of: blob[...])
      try hold(body.suffix(bytes.count).elementsEqual(bytes), "a blob loses its polygon")
    }
    _ = GeoPackageGeometry.body(of: bytes[...])
    _ = GeometryEngine().validity(bytes[...])
    try checkUsable(bytes)
  }

  private static func read(_ column: WKBColumn) -> PolygonBuffer? {
    var polygon = PolygonBuffer()
    do throws(WKBError) {
      try WKBReader.read(row: 1, of: column, into: &polygon)
      return polygon
    } catch {
      return nil
    }
  }

  private static func usable(_ bytes: [UInt8], _ column: WKBColumn) {
    _ = try? PlanarMeasures.envelopes(of: column)
    _ = try? PlanarMeasures.areas(of: column)
  }

  private static func walk(_ bytes: [UInt8]) throws(Violation) {
    var outside = false
    _ = bytes.withUnsafeBytes { raw in
      WKBWalker.runs(raw, 0..<raw.count) { offset, points, _ in
        if points < 0 || offset < 0 || offset + points * 16 > raw.count { outside = true }
      }
    }
    try hold(!outside, "the walker leaves the bytes")
  }

  /// What ingest lets pass must be good enough for everything after it.
  private static func checkUsable(_ bytes: [UInt8]) throws(Violation) {
    #if canImport(Stages) || FUZZING
      var column = WKBColumn()
      column.append(bytes)
      let usable = UsableGeometry.only(column)
      guard usable.faults.isEmpty, !bytes.isEmpty else { return }
      do throws(WKBError) {
        var filter = SelfCrossingFilter()
        _ = try filter.suspects(in: usable.geometry)
        _ = try PlanarMeasures.areas(of: usable.geometry)
        _ = try PlanarMeasures.envelopes(of: usable.geometry)
      } catch {
        throw Violation("ingest lets pass what the filter refuses: \(error)")
      }
    #endif
  }
}
