/// Numbers that a source keeps as text, and whole numbers that it keeps as reals.
enum NumberText {
  /// The number in a text of ASCII digits; NaN for anything else, a blank among it.
  static func parse(_ text: ArraySlice<UInt8>) -> Double {
    guard !text.isEmpty, text.count <= 64 else { return .nan }
    for byte in text where !isNumberByte(byte) { return .nan }
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }

  /// Writes a number as a code or key would have it: `12`, not `12.0`.
  static func append(_ number: Double, to output: inout [UInt8]) {
    if number.isNaN { return }
    if let whole = Int64(exactly: number) {
      output.append(contentsOf: String(whole).utf8)
    } else {
      output.append(contentsOf: String(number).utf8)
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }
}
