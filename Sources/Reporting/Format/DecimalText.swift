/// Doubles as decimal text, the same on every machine and in every locale.
///
/// Rounding works on the shortest decimal that reads back as the value, so 1.005 at two places
/// gives 1.01: what a person with the printed figure and a pencil gets.
enum DecimalText {
  /// `value` at a fixed number of places, halves away from zero; nil for NaN and infinities.
  /// Zero never has a sign.
  static func fixed(_ value: Double, places: Int, grouped: Bool = false) -> String? {
    guard value.isFinite else { return nil }
    var (digits, point) = decimalDigits(value.magnitude)
    let keep = point + places
    if keep < 0 {
      digits = []
    } else if keep < digits.count {
      let roundsUp = digits[keep] >= 5
      digits.removeLast(digits.count - keep)
      if roundsUp { increment(&digits, point: &point) }
    }
    if point <= 0 {
      digits.insert(contentsOf: repeatElement(0, count: 1 - point), at: 0)
      point = 1
    }
    while digits.count < point + places { digits.append(0) }
    digits.removeLast(digits.count - point - places)

    var text: [UInt8] = []
    text.reserveCapacity(digits.count + digits.count / 3 + 2)
    if value < 0, digits.contains(where: { $0 != 0 }) { text.append(UInt8(ascii: "-")) }
    for (index, digit) in digits.enumerated() {
      if index == point {
        text.append(UInt8(ascii: "."))
      } else if grouped, index > 0, index < point, (point - index) % 3 == 0 {
        text.append(UInt8(ascii: ","))
      }
      text.append(UInt8(ascii: "0") + digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The significant digits of a value that is not negative, and how many of them stand before the
  /// decimal point (which may be less than none).
  private static func decimalDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    digits.reserveCapacity(24)
    var point: Int?
    var exponent = 0
    var isExponent = false
    var exponentSign = 1
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case UInt8(ascii: "-"): exponentSign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if isExponent { exponent = exponent * 10 + Int(digit) } else { digits.append(digit) }
      default: break
      }
    }
    return (digits, (point ?? digits.count) + exponentSign * exponent)
  }

  private static func increment(_ digits: inout [UInt8], point: inout Int) {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    point += 1
  }
}
