/// The 32-bit checksum of zip archives (polynomial 0xEDB88320).
struct CyclicRedundancyCheck {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private var state: UInt32 = 0xFFFF_FFFF

  init() {}

  mutating func update(_ bytes: [UInt8]) {
    let table = Self.table
    var value = state
    for byte in bytes {
      value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8)
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
