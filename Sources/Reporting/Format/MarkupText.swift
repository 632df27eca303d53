/// Text made safe for XML and HTML, in content and in quoted attributes.
enum MarkupText {
  /// Escapes the five special characters. What XML 1.0 cannot carry at all (most controls, U+FFFE,
  /// U+FFFF) becomes U+FFFD, so that damage in the data stays visible.
  static func escape(_ text: String) -> String {
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
