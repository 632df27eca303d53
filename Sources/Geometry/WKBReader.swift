/// Reads polygons from well-known binary into flat arrays.
public enum WKBReader {
  /// Replaces the contents of `buffer` by row `row` of `column`. An empty row leaves it empty.
  public static func read(
    row: Int, of column: WKBColumn, into buffer: inout PolygonBuffer
  ) throws(WKBError) {
    do {
      try unsafe read(column.bytes.span.bytes, column.byteRange(row), &buffer)
    } catch {
      throw WKBError(row: row, offset: error.offset, problem: error.problem)
    }
  }

  /// Replaces the contents of `buffer` by the geometry that `bytes` hold.
  public static func read(_ bytes: [UInt8], into buffer: inout PolygonBuffer) throws(WKBError) {
    try unsafe read(bytes.span.bytes, 0..<bytes.count, &buffer)
  }

  private static func read(
    _ bytes: RawSpan, _ range: Range<Int>, _ buffer: inout PolygonBuffer
  ) throws(WKBError) {
    buffer.removeAll()
    var rings = try WKBRings(bytes, range)
    while let ring = try rings.next(bytes) {
      var offset = ring.offset
      for _ in 0..<ring.count {
        let x = WKBRings.double(bytes, offset, ring.bigEndian)
        let y = WKBRings.double(bytes, offset + 8, ring.bigEndian)
        guard x.isFinite && y.isFinite else { throw rings.error(at: offset, .notFinite) }
        buffer.x.append(x)
        buffer.y.append(y)
        offset += ring.stride
      }
      if ring.count > 0 {
        let last = buffer.x.count - 1
        let first = last + 1 - ring.count
        guard buffer.x[first] == buffer.x[last], buffer.y[first] == buffer.y[last] else {
          throw rings.error(at: ring.offset, .openRing(points: ring.count))
        }
      }
      buffer.closeRing(isShell: ring.isShell)
    }
  }
}
