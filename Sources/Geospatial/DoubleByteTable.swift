internal import CGDAL

/// Two-byte characters 0x81...0xFE x 0x40...0xFE as the C library's converter reads them.
enum DoubleByteTable {
  static let gb18030 = build("GB18030")
  static let big5 = build("BIG5-HKSCS")

  static let trails = 0xFE - 0x40 + 1

  /// The character, or 0 where there is none.
  @inline(__always)
  static func scalar(_ table: [UInt32], _ lead: UInt8, _ trail: UInt8) -> UInt32 {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return 0 }
    return table[(Int(lead) - 0x81) * trails + Int(trail) - 0x40]
  }

  private static func build(_ name: String) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: (0xFE - 0x81 + 1) * trails)
    guard let converter = ByteConverter(from: name) else { return table }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        guard let scalar = converter.scalar([lead, trail]) else { continue }
        table[(Int(lead) - 0x81) * trails + Int(trail) - 0x40] = scalar
      }
    }
    return table
  }
}
