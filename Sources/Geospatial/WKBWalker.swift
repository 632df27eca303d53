/// Walks over the coordinates of a geometry in well-known binary without making objects.
enum WKBWalker {
  /// Calls `visit` with the position of the first coordinate and the number of points of each
  /// ring or line of the geometry in `range`.
  ///
  /// - Returns: false if the bytes are not a two-dimensional little-endian geometry.
  static func runs(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>,
    _ visit: (_ offset: Int, _ points: Int, _ isShell: Bool) -> Void
  ) -> Bool {
    var position = range.lowerBound
    guard geometry(bytes, &position, range.upperBound, 0, visit) else { return false }
    return position == range.upperBound
  }

  private static func geometry(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int, _ depth: Int,
    _ visit: (Int, Int, Bool) -> Void
  ) -> Bool {
    guard depth < 4, position + 5 <= end, bytes[position] == 1 else { return false }
    let kind = integer(bytes, position + 1)
    position += 5
    switch kind {
    case 1:
      guard position + 16 <= end else { return false }
      visit(position, 1, true)
      position += 16
      return true
    case 2: return run(bytes, &position, end, true, visit)
    case 3:
      guard let rings = count(bytes, &position, end, 4) else { return false }
      for ring in 0..<rings {
        guard run(bytes, &position, end, ring == 0, visit) else { return false }
      }
      return true
    case 4, 5, 6, 7:
      guard let parts = count(bytes, &position, end, 9) else { return false }
      for _ in 0..<parts {
        guard geometry(bytes, &position, end, depth + 1, visit) else { return false }
      }
      return true
    default: return false
    }
  }

  private static func run(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int, _ isShell: Bool,
    _ visit: (Int, Int, Bool) -> Void
  ) -> Bool {
    guard let points = count(bytes, &position, end, 16) else { return false }
    visit(position, points, isShell)
    position += points * 16
    return true
  }

  /// A count that the rest of the bytes can hold.
  private static func count(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int, _ size: Int
  ) -> Int? {
    guard position + 4 <= end else { return nil }
    let count = Int(integer(bytes, position))
    position += 4
    return count * size <= end - position ? count : nil
  }

  private static func integer(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Double {
    Double(
      bitPattern: UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
  }
}
