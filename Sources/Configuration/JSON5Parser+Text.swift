extension JSON5Parser {
  /// The contents of the quoted text that begins here.
  mutating func string() throws(ConfigurationError) -> String {
    let start = position
    guard let quote = peek else { throw unexpected("text") }
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      switch scalar {
      case quote:
        advance()
        return String(text)
      case "\n", "\r":
        throw unclosed(quote, start)
      case "\\":
        if let meant = try escape(in: quote, from: start) { text.append(meant) }
      default:
        text.append(scalar)
        advance()
      }
    }
    throw unclosed(quote, start)
  }

  private func unclosed(_ quote: Unicode.Scalar, _ start: TextPosition) -> ConfigurationError {
    unexpected("the closing \(quote) of the text begun at \(Self.words(start))")
  }

  /// The character that a backslash and what follows stand for; none for a continued line.
  private mutating func escape(
    in quote: Unicode.Scalar, from start: TextPosition
  ) throws(ConfigurationError) -> Unicode.Scalar? {
    let backslash = position
    advance()
    guard let scalar = peek else { throw unclosed(quote, start) }
    switch scalar {
    case "u":
      return try unicodeEscape(begunAt: backslash)
    case "x":
      advance()
      let value = try hexadecimal(digits: 2)
      return Unicode.Scalar(UInt8(truncatingIfNeeded: value))
    case "0":
      advance()
      if let digit = peek, ("0"..."9").contains(digit) { throw octal(backslash) }
      return "\0"
    case "1"..."9":
      throw octal(backslash)
    case "\r":
      advance()
      _ = accept("\n")
      return nil
    case "\n", "\u{2028}", "\u{2029}":
      advance()
      return nil
    default:
      advance()
      return switch scalar {
      case "b": "\u{08}"
      case "f": "\u{0C}"
      case "n": "\n"
      case "r": "\r"
      case "t": "\t"
      case "v": "\u{0B}"
      default: scalar
      }
    }
  }

  private func octal(_ backslash: TextPosition) -> ConfigurationError {
    error(.syntax(expected: "an escape of JSON5", found: "an octal escape"), at: backslash)
  }

  /// Reads from the `u` on. Characters outside the Basic Multilingual Plane take two escapes.
  private mutating func unicodeEscape(
    begunAt backslash: TextPosition
  ) throws(ConfigurationError) -> Unicode.Scalar {
    advance()
    let first = try hexadecimal(digits: 4)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let half = "half of a surrogate pair"
    guard first < 0xDC00, peek == "\\", peek(1) == "u" else {
      throw error(.syntax(expected: "the escape of a whole character", found: half), at: backslash)
    }
    advance()
    advance()
    let second = try hexadecimal(digits: 4)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else {
      throw error(.syntax(expected: "the escape of a whole character", found: half), at: backslash)
    }
    return scalar
  }

  private mutating func hexadecimal(digits: Int) throws(ConfigurationError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = hexadecimalDigit else { throw unexpected("a hexadecimal digit") }
      value = value << 4 | digit
      advance()
    }
    return value
  }

  /// The value of the digit that stands here. Only ASCII: full-width digits are no digits.
  var hexadecimalDigit: UInt32? {
    guard let scalar = peek else { return nil }
    return switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "a"..."f": scalar.value - 0x61 + 10
    case "A"..."F": scalar.value - 0x41 + 10
    default: nil
    }
  }

  /// The unquoted word that begins here.
  mutating func identifier() throws(ConfigurationError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      if scalar == "\\" {
        let backslash = position
        advance()
        guard peek == "u" else {
          throw unexpected("“u” (a key without quotes has only \\u escapes)")
        }
        let meant = try unicodeEscape(begunAt: backslash)
        guard
          text.isEmpty ? JSON5.isIdentifierStart(meant) : JSON5.isIdentifierPart(meant)
        else {
          throw error(
            .syntax(expected: "the escape of a letter", found: Self.describe(meant)), at: backslash)
        }
        text.append(meant)
      } else if JSON5.isIdentifierPart(scalar) {
        text.append(scalar)
        advance()
      } else {
        break
      }
    }
    return String(text)
  }

  /// What stands here, as a noun for an error.
  func describeHere() -> String {
    guard let scalar = peek else { return "the end of the file" }
    guard JSON5.isIdentifierStart(scalar) else { return Self.describe(scalar) }
    var word = String.UnicodeScalarView()
    while let part = peek(word.count), JSON5.isIdentifierPart(part) {
      guard word.count < 32 else { return "the word “\(word)…”" }
      word.append(part)
    }
    return "the word “\(word)”"
  }

  /// One character as a noun. Input methods for Chinese produce punctuation that looks right and is
  /// not; the cure is told with it.
  static func describe(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n", "\r": return "the end of the line"
    case "\u{FF01}"..."\u{FF5E}":
      guard let plain = Unicode.Scalar(scalar.value - 0xFEE0) else { break }
      return "the full-width “\(scalar)” (write “\(plain)”)"
    case "“", "”", "„", "«", "»", "「", "」": return "the quotation mark \(scalar) (write \")"
    case "‘", "’": return "the quotation mark \(scalar) (write ')"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
      .spaceSeparator, .nonspacingMark:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      return "the character U+\(padding)\(digits)"
    default: return "“\(scalar)”"
    }
  }
}
