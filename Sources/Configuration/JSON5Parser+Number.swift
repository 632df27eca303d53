extension JSON5Parser {
  /// The number that begins here, with its sign.
  mutating func number() throws(ConfigurationError) -> Double {
    let start = position
    let negative = peek == "-"
    if negative || peek == "+" { advance() }
    let magnitude: Double
    if let scalar = peek, JSON5.isIdentifierStart(scalar) {
      let wordStart = position
      let found = describeHere()
      switch try identifier() {
      case "Infinity": return negative ? -.infinity : .infinity
      case "NaN": return .nan
      default: throw error(.syntax(expected: "a number", found: found), at: wordStart)
      }
    } else if peek == "0", peek(1) == "x" || peek(1) == "X" {
      magnitude = try hexadecimalNumber(from: start)
    } else {
      magnitude = try decimalNumber(from: start)
    }
    if let scalar = peek, scalar == "." || scalar == "\\" || JSON5.isIdentifierPart(scalar) {
      throw unexpected("the end of the number")
    }
    return negative ? -magnitude : magnitude
  }

  private mutating func hexadecimalNumber(
    from start: TextPosition
  ) throws(ConfigurationError) -> Double {
    advance()
    advance()
    var text = "0x"
    while hexadecimalDigit != nil, let scalar = peek {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard text.utf8.count > 2 else { throw unexpected("a hexadecimal digit") }
    return try converted(text, isZero: text.utf8.dropFirst(2).allSatisfy { $0 == 0x30 }, start)
  }

  private mutating func decimalNumber(
    from start: TextPosition
  ) throws(ConfigurationError) -> Double {
    let whole = digits()
    if whole.utf8.count > 1, whole.utf8.first == 0x30 {
      throw error(
        .syntax(expected: "a number without leading zeros", found: "“\(Self.brief(whole))”"),
        at: start)
    }
    var fraction = ""
    if accept(".") { fraction = digits() }
    guard !(whole.isEmpty && fraction.isEmpty) else { throw unexpected("a digit") }
    // Written out in the one form that every reader of numbers accepts.
    var text = (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction)
    let isZero = text.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E }
    if peek == "e" || peek == "E" {
      advance()
      text += "e"
      if accept("-") { text += "-" } else { _ = accept("+") }
      let exponent = digits()
      guard !exponent.isEmpty else { throw unexpected("a digit of the exponent") }
      text += exponent
    }
    return try converted(text, isZero: isZero, start)
  }

  private mutating func digits() -> String {
    var text = ""
    while let scalar = peek, ("0"..."9").contains(scalar) {
      text.unicodeScalars.append(scalar)
      advance()
    }
    return text
  }

  /// Refuses what a 64-bit float would turn into infinity or zero.
  private func converted(
    _ text: String, isZero: Bool, _ start: TextPosition
  ) throws(ConfigurationError) -> Double {
    if isZero { return 0 }
    guard let value = Double(text), value.isFinite, value != 0 else {
      throw error(
        .outOfRange(
          value: Self.brief(text), allowed: "magnitudes from 5e-324 to 1.7976931348623157e+308"),
        at: start)
    }
    return value
  }

  private static func brief(_ text: String) -> String {
    text.utf8.count > 40 ? text.prefix(40) + "…" : text
  }
}
