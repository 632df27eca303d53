/// The four-byte characters of GB 18030.
enum FourByteTable {
  /// Inside the basic plane, by linear position from 0x81308130; 0 where there is none.
  private static let basic: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 39_420)
    guard let converter = ByteConverter(from: "GB18030") else { return table }
    for position in table.indices {
      let bytes = bytes(linear: position)
      if let scalar = converter.scalar([bytes.0, bytes.1, bytes.2, bytes.3]), scalar <= 0xFFFF {
        table[position] = UInt16(scalar)
      }
    }
    return table
  }()

  /// Linear position of U+10000.
  private static let supplementary = 189_000

  static func scalar(_ b0: UInt8, _ b1: UInt8, _ b2: UInt8, _ b3: UInt8) -> UInt32? {
    guard b0 >= 0x81, b0 <= 0xFE, b1 >= 0x30, b1 <= 0x39, b2 >= 0x81, b2 <= 0xFE, b3 >= 0x30,
      b3 <= 0x39
    else { return nil }
    let linear =
      ((Int(b0) - 0x81) * 10 + Int(b1) - 0x30) * 1260 + (Int(b2) - 0x81) * 10 + Int(b3) - 0x30
    if linear < basic.count { return basic[linear] == 0 ? nil : UInt32(basic[linear]) }
    let scalar = linear - supplementary + 0x10000
    return scalar >= 0x10000 && scalar <= 0x10FFFF ? UInt32(scalar) : nil
  }

  /// The four bytes of a character that has no two-byte form.
  static func bytes(_ scalar: UInt32) -> (UInt8, UInt8, UInt8, UInt8)? {
    if scalar >= 0x10000 { return bytes(linear: Int(scalar) - 0x10000 + supplementary) }
    // Rare: a search instead of a second table.
    guard scalar != 0, let position = basic.firstIndex(of: UInt16(scalar)) else { return nil }
    return bytes(linear: position)
  }

  private static func bytes(linear: Int) -> (UInt8, UInt8, UInt8, UInt8) {
    (
      UInt8(0x81 + linear / 12_600), UInt8(0x30 + linear / 1260 % 10),
      UInt8(0x81 + linear / 10 % 126), UInt8(0x30 + linear % 10)
    )
  }
}
