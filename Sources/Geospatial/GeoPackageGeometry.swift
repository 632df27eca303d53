/// Geometries as GeoPackage stores them: a header with the box, then well-known binary
/// (OGC 12-128r18, clause 2.1.3).
public enum GeoPackageGeometry {
  /// The header of a non-empty geometry: little endian, box of minimum and maximum x, y.
  public static func header(srsID: Int32, envelope: Extent) -> [UInt8] {
    // "GP", version 0, flags: envelope of 4 numbers (1 << 1), little endian (1).
    var bytes: [UInt8] = [0x47, 0x50, 0, 0b0000_0011]
    withUnsafeBytes(of: srsID.littleEndian) { bytes += Array($0) }
    for value in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) }
    }
    return bytes
  }

  /// Appends the blob for a polygon or multi-polygon, as a multi-polygon.
  ///
  /// - Returns: the box, or nil if there is nothing to store (no geometry, malformed, or of
  ///   another kind); then nothing is appended.
  @discardableResult
  public static func append(
    _ wkb: ArraySlice<UInt8>, srsID: Int32, to blob: inout [UInt8]
  ) -> Extent? {
    wkb.withUnsafeBytes { bytes -> Extent? in
      guard bytes.count > 9, bytes[0] == 1, bytes[1] == 3 || bytes[1] == 6, bytes[2] == 0,
        bytes[3] == 0, bytes[4] == 0
      else { return nil }
      var box = Extent(
        minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
      let isSound = WKBWalker.runs(bytes, 0..<bytes.count) { offset, points, _ in
        for point in 0..<points {
          let x = WKBWalker.number(bytes, offset + point * 16)
          let y = WKBWalker.number(bytes, offset + point * 16 + 8)
          box.formUnion(Extent(minX: x, minY: y, maxX: x, maxY: y))
        }
      }
      guard isSound, box.minX.isFinite, box.minY.isFinite, box.maxX.isFinite, box.maxY.isFinite
      else { return nil }
      blob += header(srsID: srsID, envelope: box)
      if bytes[1] == 3 { blob += [1, 6, 0, 0, 0, 1, 0, 0, 0] }
      blob.append(contentsOf: bytes)
      return box
    }
  }

  /// Where the well-known binary inside a blob starts; the end of a blob that has none.
  public static func bodyOffset(of blob: UnsafeBufferPointer<UInt8>) -> Int {
    guard blob.count > 8, blob[0] == 0x47, blob[1] == 0x50 else { return blob.count }
    // Bits 1 to 3 of the flags tell which kind of box follows.
    let kind = blob[3] >> 1 & 0b111
    let box = kind == 0 ? 0 : kind == 1 ? 32 : kind < 4 ? 48 : kind == 4 ? 64 : blob.count
    return blob.count > 8 + box ? 8 + box : blob.count
  }

  /// The well-known binary inside a blob; empty for a blob that is none.
  public static func body(of blob: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    blob.dropFirst(blob.withUnsafeBufferPointer { bodyOffset(of: $0) })
  }

  /// The blob, or nil if there is nothing to store.
  public static func encode(wkb: ArraySlice<UInt8>, srsID: Int32) -> [UInt8]? {
    var blob: [UInt8] = []
    return append(wkb, srsID: srsID, to: &blob) == nil ? nil : blob
  }
}
