/// How many cells of a terminal a text takes: two for East Asian wide characters, none for
/// combining marks and controls, one for the rest. Characters of ambiguous width (Unicode TR 11),
/// such as `…` and `—`, count one.
public enum DisplayWidth {
  public static func of(_ text: String) -> Int {
    if let cells = ofPlain(text) { return cells }
    var cells = 0
    for character in text { cells += of(character) }
    return cells
  }

  /// Of a text of visible ASCII, blanks, Chinese characters and their punctuation, of which each
  /// stands for itself; nil for any other.
  private static func ofPlain(_ text: String) -> Int? {
    var cells = 0
    var followers = 0
    var lead: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20..<0x7F: cells += 1
      case 0xE3...0xE9, 0xEF:
        lead = byte
        followers = 2
        cells += 2
      case 0x80...0xBF where followers == 2:
        switch lead {
        // U+3001 to U+303F; those that are marks or narrow end in AA or more.
        case 0xE3: if byte != 0x80 { return nil }
        // The hexagrams from U+4DC0 are narrow.
        case 0xE4: if byte == 0xB7 { return nil }
        // U+FF01 to U+FF3F: full-width signs, digits and capitals.
        case 0xEF: if byte != 0xBC { return nil }
        default: break
        }
        followers = 1
      case 0x80...0xBF where followers == 1:
        if lead == 0xE3, byte >= 0xAA { return nil }
        if lead == 0xEF, byte == 0x80 { return nil }
        followers = 0
      default: return nil
      }
    }
    return cells
  }

  public static func of(_ character: Character) -> Int {
    var cells = 0
    for scalar in character.unicodeScalars { cells = max(cells, of(scalar)) }
    return cells
  }

  /// The longest beginning of `text` that fits into `cells`, with `…` at its end when something was
  /// left out. Characters are never cut in two.
  public static func truncate(_ text: String, to cells: Int) -> String {
    guard of(text) > cells else { return text }
    guard cells > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in text {
      used += of(character)
      if used > cells { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return 0 }
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Vowels and finals of conjoining Hangul sit inside the cell of the leading consonant.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    for range in wide where range.contains(scalar.value) { return 2 }
    return 1
  }

  /// Blocks that are wide or full width as a whole (EastAsianWidth.txt, W and F).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
