internal import Configuration
internal import Inventory

/// Names and dates.
extension FactReader {
  /// An identifier, which names folders, tables and rows.
  func identifier(
    _ reader: ConfigurationReader, _ key: String
  ) throws(ConfigurationError) -> String {
    let value = try reader.string(key)
    let isSafe = value.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    let first = value.utf8.first ?? 0x2D
    guard isSafe, first != 0x2D, first != 0x2E, value.utf8.count <= 64 else {
      throw reader.error(
        .outOfRange(
          value: "“\(value)”",
          allowed: "1 to 64 of A-Z, a-z, 0-9, -, _ and ., beginning with a "
            + "letter or digit"), at: key)
    }
    return value
  }

  /// The name of a species group. Blanks that nobody sees would make a group of their own, which no
  /// stand belongs to.
  func group(_ reader: ConfigurationReader, _ key: String) throws(ConfigurationError) -> String {
    let value = try text(reader, key)
    let clean = Self.withoutBlanks(value)
    guard value == clean else {
      throw reader.error(
        .unusable(
          "“\(value)” has blanks that belong to no name",
          remedy: clean.isEmpty ? "write the species group" : "write “\(clean)”"), at: key)
    }
    return value
  }

  /// Without blanks at either end, beside Chinese characters and beside other blanks, and without
  /// characters that have no width.
  static func withoutBlanks(_ text: String) -> String {
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .control
      {
        continue
      }
      if scalar.properties.isWhitespace {
        guard let last = kept.last, last != " ", last.value < 0x2E80 else { continue }
        kept.append(" ")
      } else {
        if scalar.value >= 0x2E80, kept.last == " " { kept.removeLast() }
        kept.append(scalar)
      }
    }
    if kept.last == " " { kept.removeLast() }
    return String(String.UnicodeScalarView(kept))
  }

  /// A date as YYYY-MM-DD that the calendar has.
  func date(
    _ reader: ConfigurationReader, _ key: String
  ) throws(ConfigurationError) -> (text: String, year: Int) {
    let value = try reader.string(key)
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let allowed = "a date as YYYY-MM-DD, 1949-01-01 to 2100-12-31"
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1949...2100).contains(year), (1...12).contains(month),
      (1...Self.days(month: month, year: year)).contains(day)
    else { throw reader.error(.outOfRange(value: "“\(value)”", allowed: allowed), at: key) }
    return (value, year)
  }

  private static func days(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
