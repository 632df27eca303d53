/// Text made safe for XML and HTML, in content and in quoted attributes.
enum MarkupText {
  /// Escapes the five special characters. What XML 1.0 cannot carry at all (most controls, U+FFFE,
  /// U+FFFF) becomes U+FFFD, so that damage in the data stays visible.
  static func escape(_ text: String) -> String {
    isPlain(text) ? text : escapeEach(text)
  }

  /// Whether nothing in a text needs escaping, as in nearly all cells of a county.
  static func isPlain(_ text: String) -> Bool {
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x00..<0x20:
        guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { return false }
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0x7F:
        return false
      // U+0080 to U+009F begin with C2; U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      case 0x80...0x9F where last == 0xC2: return false
      case 0xBE,
        0xBF where last == 0xBF && beforeLast == 0xEF:
        return false
      default: break
      }
      (last, beforeLast) = (byte, last)
    }
    return true
  }

  private static func escapeEach(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      // A literal carriage return would be read back as a line feed.
      case "\r": escaped += "&#13;"
      default:
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        let isNoCharacter = scalar.value == 0xFFFE || scalar.value == 0xFFFF
        escaped.unicodeScalars.append(isControl || isNoCharacter ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
