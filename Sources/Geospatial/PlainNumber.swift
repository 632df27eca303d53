internal import Glibc

/// Numbers as tables of fixed width keep them.
enum PlainNumber {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number in a cell, rounded correctly; NaN for a blank cell.
  ///
  /// - Parameter wholeOnly: whether anything but up to nine digits and a sign is odd.
  /// - Returns: nil for anything odd.
  static func parse(_ cell: UnsafeRawBufferPointer, wholeOnly: Bool) -> Double? {
    var index = 0
    while index < cell.count, cell[index] == 0x20 { index += 1 }
    guard index < cell.count else { return .nan }
    let start = index
    var isNegative = false
    if cell[index] == UInt8(ascii: "-") || cell[index] == UInt8(ascii: "+") {
      isNegative = cell[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits = 0
    var decimals = 0
    var isFraction = false
    var whole: UInt64 = 0
    scan: while index < cell.count {
      let byte = cell[index]
      switch byte {
      case 0x30...0x39:
        digits += 1
        if digits <= 18 { whole = whole &* 10 &+ UInt64(byte &- 0x30) }
        if isFraction { decimals += 1 }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: break scan
      }
      index += 1
    }
    let end = index
    while index < cell.count, cell[index] == 0x20 { index += 1 }
    if index == cell.count, digits > 0 {
      if wholeOnly {
        guard !isFraction, digits <= 9 else { return nil }
        return isNegative ? -Double(whole) : Double(whole)
      }
      // Both are exact, so one division rounds once (Clinger 1990).
      if digits <= 18, whole < 1 << 53, decimals < powers.count {
        let value = Double(whole) / powers[decimals]
        return isNegative ? -value : value
      }
      return converted(cell, start..<end)
    }
    return wholeOnly ? nil : scientific(cell, start)
  }

  /// The form with an exponent, which some programs write into wide columns.
  private static func scientific(_ cell: UnsafeRawBufferPointer, _ start: Int) -> Double? {
    var end = cell.count
    while end > start, cell[end - 1] == 0x20 { end -= 1 }
    for index in start..<end {
      switch cell[index] {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return nil
      }
    }
    return converted(cell, start..<end)
  }

  private static func converted(_ cell: UnsafeRawBufferPointer, _ range: Range<Int>) -> Double? {
    Double(String(decoding: cell[range], as: UTF8.self))
  }
}
