extension PlanarMeasures {
  /// Area of every row of a column, straight from the bytes: shells less holes; 0 for a row
  /// without geometry.
  public static func areas(of column: WKBColumn) throws(WKBError) -> [Double] {
    var areas: [Double] = []
    areas.reserveCapacity(column.count)
    let bytes = unsafe column.bytes.span.bytes
    for row in 0..<column.count {
      do {
        areas.append(try area(bytes, column.byteRange(row)))
      } catch {
        throw WKBError(row: row, offset: error.offset, problem: error.problem)
      }
    }
    return areas
  }

  /// Area of one row of a column, as `areas(of:)` computes it.
  public static func area(ofRow row: Int, of column: WKBColumn) throws(WKBError) -> Double {
    do {
      return try unsafe area(column.bytes.span.bytes, column.byteRange(row))
    } catch {
      throw WKBError(row: row, offset: error.offset, problem: error.problem)
    }
  }

  /// Envelope of every row of a column, straight from the bytes; the empty envelope for a row
  /// without geometry.
  public static func envelopes(of column: WKBColumn) throws(WKBError) -> [Envelope] {
    var envelopes: [Envelope] = []
    envelopes.reserveCapacity(column.count)
    let bytes = unsafe column.bytes.span.bytes
    for row in 0..<column.count {
      do {
        envelopes.append(try envelope(bytes, column.byteRange(row)))
      } catch {
        throw WKBError(row: row, offset: error.offset, problem: error.problem)
      }
    }
    return envelopes
  }

  private static func area(_ bytes: RawSpan, _ range: Range<Int>) throws(WKBError) -> Double {
    var rings = try WKBRings(bytes, range)
    var area = 0.0
    while let ring = try rings.next(bytes) {
      guard ring.count > 0 else { continue }
      let twice = ring.bigEndian ? twiceArea(bytes, ring, true) : twiceArea(bytes, ring, false)
      // A coordinate that is not finite makes every sum it enters not finite.
      guard twice.isFinite else { throw rings.error(at: ring.offset, .notFinite) }
      let last = ring.offset + (ring.count - 1) * ring.stride
      guard
        WKBRings.double(bytes, ring.offset, ring.bigEndian)
          == WKBRings.double(bytes, last, ring.bigEndian),
        WKBRings.double(bytes, ring.offset + 8, ring.bigEndian)
          == WKBRings.double(bytes, last + 8, ring.bigEndian)
      else { throw rings.error(at: ring.offset, .openRing(points: ring.count)) }
      area += ring.isShell ? abs(twice) / 2 : -abs(twice) / 2
    }
    return area
  }

  @inline(__always)
  private static func twiceArea(
    _ bytes: RawSpan, _ ring: WKBRings.Ring, _ bigEndian: Bool
  ) -> Double {
    var offset = ring.offset
    let x0 = WKBRings.double(bytes, offset, bigEndian)
    let y0 = WKBRings.double(bytes, offset + 8, bigEndian)
    var twice = 0.0
    var px = x0 - x0
    var py = y0 - y0
    for _ in 1..<max(1, ring.count) {
      offset += ring.stride
      let qx = WKBRings.double(bytes, offset, bigEndian) - x0
      let qy = WKBRings.double(bytes, offset + 8, bigEndian) - y0
      twice += px * qy - py * qx
      px = qx
      py = qy
    }
    return twice
  }

  private static func envelope(_ bytes: RawSpan, _ range: Range<Int>) throws(WKBError) -> Envelope {
    var rings = try WKBRings(bytes, range)
    var envelope = Envelope.empty
    while let ring = try rings.next(bytes) {
      var offset = ring.offset
      // Stays zero as long as all coordinates are finite.
      var check = 0.0
      for _ in 0..<ring.count {
        let x = WKBRings.double(bytes, offset, ring.bigEndian)
        let y = WKBRings.double(bytes, offset + 8, ring.bigEndian)
        check += (x - x) + (y - y)
        envelope.minX = x < envelope.minX ? x : envelope.minX
        envelope.maxX = x > envelope.maxX ? x : envelope.maxX
        envelope.minY = y < envelope.minY ? y : envelope.minY
        envelope.maxY = y > envelope.maxY ? y : envelope.maxY
        offset += ring.stride
      }
      guard check == 0 else { throw rings.error(at: ring.offset, .notFinite) }
    }
    return envelope
  }
}
