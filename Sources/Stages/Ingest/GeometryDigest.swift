internal import Geometry

/// Stands for a polygon, so that equal polygons are found without keeping them.
///
/// It is made of the edges, whatever their order and direction: polygons that start at another
/// vertex, run the other way round, repeat a vertex or list their parts in another order are equal,
/// as on the map. 128 bits: among a million polygons two different ones share a digest by chance
/// once in 10²⁶.
struct GeometryDigest: Hashable, Sendable {
  private var high: UInt64
  private(set) var low: UInt64

  /// Digests of all rows; nil-like zeros for rows without geometry, see `isEmpty`.
  static func digests(of column: WKBColumn) -> [GeometryDigest] {
    column.bytes.withUnsafeBytes { bytes in
      (0..<column.count).map { row in
        GeometryDigest(UnsafeRawBufferPointer(rebasing: bytes[column.byteRange(row)]))
      }
    }
  }

  var isEmpty: Bool { high == 0 && low == 0 }

  /// - Parameter bytes: a polygon or multi-polygon that `UsableGeometry` let pass, or nothing.
  private init(_ bytes: UnsafeRawBufferPointer) {
    (high, low) = (0, 0)
    guard bytes.count >= 9 else { return }
    var place = 0
    if Self.word(bytes, 1) == 6 {
      let parts = Self.word(bytes, 5)
      place = 9
      for _ in 0..<parts { addPolygon(bytes, &place) }
    } else {
      addPolygon(bytes, &place)
    }
    low |= 1
  }

  private mutating func addPolygon(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) {
    guard place + 9 <= bytes.count else { return }
    let rings = Self.word(bytes, place + 5)
    place += 9
    for _ in 0..<rings {
      guard place + 4 <= bytes.count else { return }
      let points = Self.word(bytes, place)
      place += 4
      guard points > 0, points <= (bytes.count - place) / 16 else { return }
      var previous = Self.point(bytes, place + 16 * (points - 1))
      for point in 0..<points {
        let next = Self.point(bytes, place + 16 * point)
        // A ring that is closed by a repeated vertex has an edge of no length there.
        if next != previous { addEdge(previous, next) }
        previous = next
      }
      place += 16 * points
    }
  }

  /// Sums do not depend on the order of the edges, and this edge not on its direction.
  private mutating func addEdge(_ a: UInt64, _ b: UInt64) {
    let edge = Self.mixed((a &+ b) ^ ((a ^ b) &* 0xD6E8_FEB8_6659_FD93))
    high &+= edge
    low &+= (edge ^ (edge >> 32)) &* 0x9E37_79B9_7F4A_7C15 ^ (a & b)
  }

  private static func point(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    let x = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let y = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
    return mixed(x &* 0xC2B2_AE3D_27D4_EB4F ^ mixed(y))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
