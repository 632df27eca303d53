/// Steps through the rings of one polygon or multi-polygon in well-known binary, checking every
/// length against the bytes that are there before anyone relies on it.
///
/// Reads ISO (1003, 2003, 3003, …) and extended (PostGIS, OGR 2.5D) type codes; Z, M and SRID are
/// stepped over. Source: OGC 06-103r4, 8.2; ISO/IEC 13249-3, 5.1.67.
struct WKBRings {
  /// One ring: `count` points of `stride` bytes each from `offset` on, x and y first.
  struct Ring {
    var offset: Int
    var count: Int
    var stride: Int
    var bigEndian: Bool
    /// The first ring of a part is its shell, the others are holes.
    var isShell: Bool
  }

  private let start: Int
  private let end: Int
  private var offset: Int
  private var stride = 16
  private var bigEndian = false
  private var partsLeft = 0
  private var ringsLeft = 0
  private var nextIsShell = true

  /// - Parameter range: where the geometry lies in the bytes. An empty range has no rings.
  init(_ bytes: RawSpan, _ range: Range<Int>) throws(WKBError) {
    start = range.lowerBound
    end = min(range.upperBound, bytes.byteCount)
    offset = start
    if offset >= end { return }
    let header = try header(bytes)
    switch header {
    case 3: try beginPart(bytes)
    case 6:
      partsLeft = try count(bytes, itemBytes: 9)
    default: preconditionFailure("header() lets only polygons pass")
    }
  }

  /// The next ring, or nil after the last one.
  @inline(__always)
  mutating func next(_ bytes: RawSpan) throws(WKBError) -> Ring? {
    while ringsLeft == 0 {
      if partsLeft == 0 {
        if offset != end { throw error(.trailing(end - offset)) }
        return nil
      }
      partsLeft -= 1
      let type = try header(bytes)
      // A multi-polygon inside a multi-polygon is no well-known binary.
      if type != 3 { throw error(.geometryType(UInt32(type))) }
      try beginPart(bytes)
    }
    ringsLeft -= 1
    let count = try count(bytes, itemBytes: stride)
    let ring = Ring(
      offset: offset, count: count, stride: stride, bigEndian: bigEndian, isShell: nextIsShell)
    nextIsShell = false
    offset += count * stride
    return ring
  }

  /// Reads a header and returns 3 for a polygon, 6 for a multi-polygon.
  private mutating func header(_ bytes: RawSpan) throws(WKBError) -> Int {
    try need(5)
    let order = WKBRings.byte(bytes, offset)
    guard order <= 1 else { throw error(.byteOrder(order)) }
    bigEndian = order == 0
    let code = WKBRings.word(bytes, offset + 1, bigEndian)
    let extended = code >> 29
    let plain = code & 0x1FFF_FFFF
    let base = plain % 1000
    let iso = plain / 1000
    guard base == 3 || base == 6, iso <= 3 else { throw error(.geometryType(code)) }
    offset += 5
    let hasZ = extended & 4 != 0 || iso == 1 || iso == 3
    let hasM = extended & 2 != 0 || iso == 2 || iso == 3
    stride = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0)
    if extended & 1 != 0 {
      try need(4)
      offset += 4
    }
    return Int(base)
  }

  private mutating func beginPart(_ bytes: RawSpan) throws(WKBError) {
    ringsLeft = try count(bytes, itemBytes: 4)
    nextIsShell = true
  }

  /// Reads a count and makes sure that so many items can be there at all.
  @inline(__always)
  private mutating func count(_ bytes: RawSpan, itemBytes: Int) throws(WKBError) -> Int {
    try need(4)
    let count = Int(WKBRings.word(bytes, offset, bigEndian))
    offset += 4
    try need(count * itemBytes)
    return count
  }

  @inline(__always)
  private func need(_ bytes: Int) throws(WKBError) {
    if bytes > end - offset { throw error(.truncated(needed: bytes, available: end - offset)) }
  }

  private func error(_ problem: WKBError.Problem) -> WKBError {
    WKBError(offset: offset - start, problem: problem)
  }

  /// An error at a byte of the column, told in bytes of the geometry.
  func error(at position: Int, _ problem: WKBError.Problem) -> WKBError {
    WKBError(offset: position - start, problem: problem)
  }

  // The loads below (and `.bytes` of a span of bytes, elsewhere) are `unsafe` only because a raw
  // span cannot know what is in it; any bit pattern is a valid
  // integer or Double, and the span still checks the bounds.

  @inline(__always)
  private static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ offset: Int, _ bigEndian: Bool) -> UInt32 {
    let raw = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return bigEndian ? UInt32(bigEndian: raw) : UInt32(littleEndian: raw)
  }

  /// A Double in the stated byte order.
  @inline(__always)
  static func double(_ bytes: RawSpan, _ offset: Int, _ bigEndian: Bool) -> Double {
    let raw = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: bigEndian ? UInt64(bigEndian: raw) : UInt64(littleEndian: raw))
  }
}
