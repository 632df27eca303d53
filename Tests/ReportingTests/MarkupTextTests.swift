import Testing

@testable import Reporting

@Suite struct MarkupTextTests {
  /// What a character becomes, told character by character.
  private static func expected(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\r": "&#13;"
    case "\t", "\n": String(Character(scalar))
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(Character(scalar))
    }
  }

  @Test func everyCharacterIsEscapedWhereverItStands() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x1_1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let one = String(Character(scalar))
      let escaped = Self.expected(scalar)
      let within = MarkupText.escape("小" + one + "（班）")
      if Array(MarkupText.escape(one).utf8) != Array(escaped.utf8)
        || Array(within.utf8) != Array(("小" + escaped + "（班）").utf8)
      {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func cellsOfAWorkbookKeepTheirTexts() {
    #expect(SheetWriter.cellText("乔木林（近熟）") == "乔木林（近熟）")
    #expect(SheetWriter.cellText("a_b & _x0041_") == "a_b &amp; _x005F_x0041_")
    let long = String(repeating: "杉", count: 40_000)
    #expect(SheetWriter.cellText(long).utf16.count == 32_767)
  }
}
