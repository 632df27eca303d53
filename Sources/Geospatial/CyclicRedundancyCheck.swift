/// The 32-bit checksum of zip archives (polynomial 0xEDB88320), eight bytes at a time.
struct CyclicRedundancyCheck {
  /// `tables[256 * n + b]` is what a byte `b` leaves behind after `n` further bytes of zero.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in
        value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
      }
    }
    for place in 256..<256 * 8 {
      let before = tables[place - 256]
      tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
    }
    return tables
  }()

  private var state: UInt32 = 0xFFFF_FFFF

  init() {}

  mutating func update(_ bytes: [UInt8]) {
    var value = state
    Self.tables.withUnsafeBufferPointer { tables in
      bytes.withUnsafeBytes { bytes in
        var place = 0
        while place + 8 <= bytes.count {
          let word = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
          let mixed = word ^ UInt64(value)
          value = 0
          for byte in 0..<8 {
            let index = Int(truncatingIfNeeded: (mixed >> UInt64(8 * byte)) & 0xFF)
            value ^= tables[256 * (7 - byte) + index]
          }
          place += 8
        }
        while place < bytes.count {
          value = tables[Int((value ^ UInt32(bytes[place])) & 0xFF)] ^ (value >> 8)
          place += 1
        }
      }
    }
    state = value
  }

  /// Of everything given so far.
  var checksum: UInt32 { state ^ 0xFFFF_FFFF }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var check = CyclicRedundancyCheck()
    check.update(bytes)
    return check.checksum
  }
}
