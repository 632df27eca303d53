internal import Geometry

/// Stands for the bytes of a polygon, so that equal polygons are found without keeping them.
///
/// 128 bits: among a million polygons two different ones share a digest by chance once in 10²⁶.
struct GeometryDigest: Hashable, Sendable {
  private let high: UInt64
  let low: UInt64

  /// Digests of all rows; nil-like zeros for rows without geometry, see `isEmpty`.
  static func digests(of column: WKBColumn) -> [GeometryDigest] {
    column.bytes.withUnsafeBytes { bytes in
      (0..<column.count).map { row in
        GeometryDigest(UnsafeRawBufferPointer(rebasing: bytes[column.byteRange(row)]))
      }
    }
  }

  var isEmpty: Bool { high == 0 && low == 0 }

  private init(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else {
      (high, low) = (0, 0)
      return
    }
    var high = UInt64(bytes.count) &+ 0x9E37_79B9_7F4A_7C15
    var low = 0xC2B2_AE3D_27D4_EB4F as UInt64
    func take(_ word: UInt64) {
      high = Self.mixed(high ^ word)
      low = Self.mixed(low &+ word &* 0xD6E8_FEB8_6659_FD93)
    }
    var place = 0
    while place + 8 <= bytes.count {
      take(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var last: UInt64 = 0
    while place < bytes.count {
      last = last << 8 | UInt64(bytes[place])
      place += 1
    }
    take(last)
    (self.high, self.low) = (high, low | 1)
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
