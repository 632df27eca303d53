extension PlanarMeasures {
  /// Whether two rows hold the same rings with the same points, each off by no more than a distance
  /// in x and in y. A polygon written twice is; one drawn twice is not, however close.
  public static func hasSamePoints(
    _ row: Int, of one: WKBColumn, as other: Int, of two: WKBColumn, within distance: Double
  ) throws(WKBError) -> Bool {
    let bytes = unsafe one.bytes.span.bytes
    let others = unsafe two.bytes.span.bytes
    var rings = try WKBRings(bytes, one.byteRange(row))
    var otherRings = try WKBRings(others, two.byteRange(other))
    while let ring = try rings.next(bytes) {
      guard let twin = try otherRings.next(others), ring.count == twin.count,
        ring.isShell == twin.isShell
      else { return false }
      var offset = ring.offset
      var twinOffset = twin.offset
      for _ in 0..<ring.count {
        let x = WKBRings.double(bytes, offset, ring.bigEndian)
        let y = WKBRings.double(bytes, offset + 8, ring.bigEndian)
        let twinX = WKBRings.double(others, twinOffset, twin.bigEndian)
        let twinY = WKBRings.double(others, twinOffset + 8, twin.bigEndian)
        guard abs(x - twinX) <= distance, abs(y - twinY) <= distance else { return false }
        offset += ring.stride
        twinOffset += twin.stride
      }
    }
    return try otherRings.next(others) == nil
  }
}
