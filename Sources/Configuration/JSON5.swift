/// The JSON5 data format (json5.org, version 1.0.0), read strictly: a key may occur once in an
/// object, text is well-formed UTF-8, and numbers are what a 64-bit float can hold.
///
/// Written by hand because Foundation's decoder tells neither the line of a mistake nor that a key
/// occurs twice. Three things go beyond the standard's letter: identifiers may hold characters
/// outside the Basic Multilingual Plane (rare Chinese characters of place names are there), lone
/// surrogates are refused, and so are numbers that would silently become infinite or zero.
public enum JSON5 {
  /// Objects and lists inside one another, at most.
  static let deepest = 128

  /// Bytes of the largest file that is looked at: no configuration is a hundredth of this.
  static let largest = 16 << 20

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without byte order mark.
  ///   - file: the name under which errors report it.
  /// - Throws: the first mistake in the file, with its position.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) throws(ConfigurationError) -> ConfigurationValue {
    guard bytes.count <= largest else {
      throw ConfigurationError(
        file: file, position: nil, path: "",
        problem: .invalid(
          "\(bytes.count >> 20) MB, and no configuration file has more than \(largest >> 20)"))
    }
    let text: String
    do {
      text = String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      let offset = error.byteOffsets.lowerBound
      var prefix = JSON5Parser(text: String(decoding: bytes[..<offset], as: UTF8.self), file: file)
      throw ConfigurationError(
        file: file, position: prefix.endPosition(), path: "",
        problem: .notUTF8(byteOffset: offset))
    }
    var parser = JSON5Parser(text: text, file: file)
    return try parser.document()
  }

  /// ECMAScript 5.1 `IdentifierStart` without its escape.
  static func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "$", "_": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default: return false
    }
  }

  /// ECMAScript 5.1 `IdentifierPart` without its escape.
  static func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if isIdentifierStart(scalar) { return true }
    switch scalar {
    case "0"..."9", "\u{200C}", "\u{200D}": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }

  /// Whether a key can be written without quotes.
  static func isIdentifier(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first, isIdentifierStart(first) else { return false }
    return key.unicodeScalars.allSatisfy(isIdentifierPart)
  }

  static func isLineTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{0B}", "\u{0C}", "\u{A0}", "\u{FEFF}": true
    case "\0"..."\u{7F}": isLineTerminator(scalar)
    default: isLineTerminator(scalar) || scalar.properties.generalCategory == .spaceSeparator
    }
  }
}
