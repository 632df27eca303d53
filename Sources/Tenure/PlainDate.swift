/// Dates as nearly all cells write them, read byte by byte: `2035-12-31`, `2035/1/5`, `2035.1.5` and
/// `2035年1月5日`. Whatever else is a date is for `TermEnd`.
enum PlainDate {
  static func read(_ text: String) -> CalendarDate? {
    var rest = text.utf8[...]
    guard let year = number(&rest, digits: 4...4), TermEnd.plausibleYears.contains(year) else {
      return nil
    }
    let signs: [[UInt8]]
    switch rest.first {
    case UInt8(ascii: "-"): signs = dashes
    case UInt8(ascii: "/"): signs = slashes
    case UInt8(ascii: "."): signs = points
    default: signs = words
    }
    guard take(signs[0], &rest), let month = number(&rest, digits: 1...2),
      take(signs[1], &rest), let day = number(&rest, digits: 1...2),
      take(signs[2], &rest), rest.isEmpty
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static let dashes = signs("-", "-", "")
  private static let slashes = signs("/", "/", "")
  private static let points = signs(".", ".", "")
  private static let words = signs("年", "月", "日")

  private static func signs(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static func number(
    _ rest: inout Substring.UTF8View, digits: ClosedRange<Int>
  ) -> Int? {
    var (value, count) = (0, 0)
    while let byte = rest.first, (0x30...0x39).contains(byte), count < digits.upperBound {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      rest.removeFirst()
    }
    return digits.contains(count) ? value : nil
  }

  private static func take(_ sign: [UInt8], _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.starts(with: sign) else { return false }
    rest.removeFirst(sign.count)
    return true
  }
}
