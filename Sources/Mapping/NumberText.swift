/// Numbers that a source keeps as text, and whole numbers that it keeps as reals.
enum NumberText {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number in a text of ASCII digits, rounded correctly; NaN for anything else, a blank among
  /// it.
  static func parse(_ text: ArraySlice<UInt8>) -> Double {
    guard !text.isEmpty, text.count <= 64 else { return .nan }
    var isNegative = false
    var isFraction = false
    var digits = 0
    var decimals = 0
    var whole: UInt64 = 0
    var index = text.startIndex
    if text[index] == 0x2D || text[index] == 0x2B {
      isNegative = text[index] == 0x2D
      index += 1
    }
    while index < text.endIndex {
      let byte = text[index]
      if 0x30...0x39 ~= byte {
        digits += 1
        if digits > 18 { return converted(text) }
        whole = whole * 10 + UInt64(byte - 0x30)
        if isFraction { decimals += 1 }
      } else if byte == 0x2E, !isFraction {
        isFraction = true
      } else {
        return converted(text)
      }
      index += 1
    }
    // Both are exact, so one division rounds once (Clinger 1990).
    guard digits > 0, whole < 1 << 53, decimals < powers.count else { return converted(text) }
    let value = Double(whole) / powers[decimals]
    return isNegative ? -value : value
  }

  /// The long way, for exponents and many digits.
  private static func converted(_ text: ArraySlice<UInt8>) -> Double {
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
