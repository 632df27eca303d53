/// Numbers as people type them: `１００．３５`, `1,234.5 m³/ha`, `25年生`, `60％`, `33亩8分`.
///
/// Read where a cell is no plain number; the common case never comes here.
enum QuantityText {
  enum Reading: Sendable, Equatable {
    /// Blank, a dash, or a word such as 无.
    case nothing
    /// In the unit asked for. `isConverted` where the cell names another unit than the column has.
    case number(Double, isConverted: Bool)
    case unreadable
  }

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - unit: of the column; nil where only a bare number is one.
  static func read(_ text: ArraySlice<UInt8>, in unit: QuantityUnit?) -> Reading {
    // Nobody types a number of that length; a cell may hold a million characters.
    guard text.count <= 96 else { return .unreadable }
    var key = folded(String(decoding: text, as: UTF8.self))
    if says(nothing: key) { return .nothing }
    if let infinity = infinities[key] { return .number(infinity, isConverted: false) }
    if key.hasPrefix("约") { key.removeFirst() }
    guard let (value, rest) = number(key[...]) else { return .unreadable }
    if rest.isEmpty { return .number(value, isConverted: false) }
    guard let unit else { return .unreadable }
    if let found = QuantityUnit(word: String(rest)) { return converted(value, found, to: unit) }
    if rest.hasPrefix("亩"), let mu = QuantityUnit(word: "亩"), let tenths = tenths(rest.dropFirst())
    {
      return converted(value + tenths, mu, to: unit)
    }
    return .unreadable
  }

  private static func converted(
    _ value: Double, _ found: QuantityUnit, to unit: QuantityUnit
  ) -> Reading {
    if found.dimension == unit.dimension {
      // 六成 is 0.6; less than one of ten parts is nobody's way of speaking.
      if found == QuantityUnit(.ratio, per: 10), !(1...10 ~= value) { return .unreadable }
      return .number(found.convert(value, to: unit), isConverted: found != unit)
    }
    // 立方米 and 株 are said of a hectare's too; the column tells which area is meant.
    switch (found.dimension, unit.dimension) {
    case (.volume, .volumePerArea), (.stems, .stemsPerArea):
      return found.numerator == 1 ? .number(value, isConverted: false) : .unreadable
    default: return .unreadable
    }
  }

  /// The number at the beginning of a folded text, and what follows it.
  private static func number(_ key: Substring) -> (Double, Substring)? {
    var rest = key
    var text = ""
    if let sign = rest.first, sign == "-" || sign == "+" {
      text.append(sign)
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { isDigit($0) || $0 == "." || $0 == "," }
    guard let plain = grouped(digits) else { return nil }
    text += plain
    rest = rest.dropFirst(digits.count)
    if rest.first == "e" {
      var exponent = rest.dropFirst()
      let sign =
        exponent.first == "-" || exponent.first == "+" ? String(exponent.removeFirst()) : ""
      let power = exponent.prefix(while: isDigit)
      if !power.isEmpty {
        text += "e" + sign + power
        rest = exponent.dropFirst(power.count)
      }
    }
    let value = NumberText.parse(Array(text.utf8)[...])
    return value.isNaN ? nil : (value, rest)
  }

  /// Commas only between groups of three digits: `12,5` is nothing.
  private static func grouped(_ text: Substring) -> String? {
    guard text.contains(",") else { return text.contains(where: isDigit) ? String(text) : nil }
    let whole = text.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let decimals = text.dropFirst(whole.count)
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), !decimals.contains(",")
    else { return nil }
    return groups.joined() + decimals
  }

  /// `5分3厘` in 亩.
  private static func tenths(_ text: Substring) -> Double? {
    var rest = text
    var result = 0.0
    for (word, parts): (Character, Double) in [("分", 10), ("厘", 100)] {
      let digits = rest.prefix { isDigit($0) || $0 == "." }
      guard !digits.isEmpty, rest.dropFirst(digits.count).first == word else { continue }
      let value = NumberText.parse(Array(digits.utf8)[...])
      guard value.isFinite else { return nil }
      result += value / parts
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.isEmpty ? result : nil
  }

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9" && character.utf8.count == 1
  }

  private static let infinities: [String: Double] = [
    "inf": .infinity, "+inf": .infinity, "infinity": .infinity, "∞": .infinity,
    "-inf": -.infinity, "-infinity": -.infinity, "-∞": -.infinity,
  ]

  private static func says(nothing key: String) -> Bool {
    key.allSatisfy { "-/\\_.*·—".contains($0) } || words.contains(key)
  }

  private static let words: Set<String> = [
    "无", "空", "没有", "暂无", "不详", "不明", "未知", "未填", "缺", "null", "none", "n/a", "na", "nan",
    "(空)", "(null)", "<null>", "<空>",
  ]

  /// Half width, lower case, without blanks; a blank between two digits becomes a comma.
  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var hasBlank = false
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { "0"..."9" ~= $0 } ?? false }
    for scalar in text.unicodeScalars {
      var scalar = scalar
      switch scalar.value {
      case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        hasBlank = true
        continue
      case 0x0A, 0x0D, 0x200B...0x200F, 0xFEFF: continue
      case 0xFF01...0xFF5E:
        scalar = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
      case 0x2010...0x2013, 0x2212, 0xFE63: scalar = "-"
      case 0x2022, 0x30FB, 0x22C5: scalar = "·"
      case 0xB2: scalar = "2"
      case 0xB3: scalar = "3"
      case 0x207B: scalar = "-"
      case 0xB9: scalar = "1"
      case 0x2215, 0x2044: scalar = "/"
      case 0x33A1:
        result.append("m")
        scalar = "2"
      case 0x33A5:
        result.append("m")
        scalar = "3"
      case 0x33CA:
        result.append("h")
        scalar = "a"
      default: break
      }
      if 0x41...0x5A ~= scalar.value {
        scalar = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 32))
      }
      if hasBlank, isDigit(result.last), isDigit(scalar) { result.append(",") }
      hasBlank = false
      result.append(scalar)
    }
    return String(result)
  }
}
