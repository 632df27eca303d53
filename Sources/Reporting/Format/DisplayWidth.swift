/// How many cells of a terminal a text takes: two for East Asian wide characters, none for
/// combining marks and controls, one for the rest. Characters of ambiguous width (Unicode TR 11),
/// such as `…` and `—`, count one.
public enum DisplayWidth {
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    var cells = 0
    for character in text { cells += of(character) }
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
