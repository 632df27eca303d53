import Configuration
import Testing

/// Every mistake is reported where a reader of the file would point at it.
@Suite struct PositionTests {
  private func failure(_ bytes: [UInt8]) -> ConfigurationError? {
    do {
      _ = try JSON5.parse(bytes, file: "方法.json5")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (
      "{a: 1,\n 'b: 2}", 2, 8, "", "the closing ' of the text begun at line 2, column 2",
      "the end of the file"
    ),
    (
      "{a: 'x\n}", 1, 7, "a", "the closing ' of the text begun at line 1, column 5",
      "the end of the line"
    ),
    ("{\n  马尾松： 1}", 2, 6, "", "“:” after the key", "the full-width “：” (write “:”)"),
    (
      "{a: 1，b: 2}", 1, 6, "", "“,” or the “}” of the object begun at line 1, column 1",
      "the full-width “，” (write “,”)"
    ),
    ("{a: “x”}", 1, 5, "a", "a value", "the quotation mark “ (write \")"),
    (
      "{a: [1,\r\n  2 3]}", 2, 5, "a", "“,” or the “]” of the list begun at line 1, column 5", "“3”"
    ),
    ("{a:\r\r{b: [0, ccer]}}", 3, 9, "a.b[1]", "a value (text needs quotes)", "the word “ccer”"),
    ("\u{FEFF}]", 1, 1, "", "a value", "“]”"),
    (
      "{a: 1}\n\n/* x", 3, 5, "", "the “*/” of the comment begun at line 3, column 1",
      "the end of the file"
    ),
    ("{'a b': {c: 1.2.3}}", 1, 16, "[\"a b\"].c", "the end of the number", "“.”"),
    ("[-012]", 1, 2, "[0]", "a number without leading zeros", "“012”"),
    ("['🌲\\u12g']", 1, 8, "[0]", "a hexadecimal digit", "the word “g”"),
    ("{2024: 1}", 1, 2, "", "a key (one that begins with a digit needs quotes)", "“2”"),
    ("{a: 1} b", 1, 8, "", "the end of the file", "the word “b”"),
    ("{a: \u{07}}", 1, 5, "a", "a value", "the character U+0007"),
    ("['\\ud800x']", 1, 3, "[0]", "the escape of a whole character", "half of a surrogate pair"),
    ("['\\012']", 1, 3, "[0]", "an escape of JSON5", "an octal escape"),
    ("", 1, 1, "", "a value", "the end of the file"),
  ])
  func syntax(
    _ text: String, _ line: Int, _ column: Int, _ path: String, _ expected: String, _ found: String
  ) {
    #expect(
      failure(Array(text.utf8))
        == ConfigurationError(
          file: "方法.json5", position: TextPosition(line: line, column: column), path: path,
          problem: .syntax(expected: expected, found: found)))
  }

  @Test func duplicateKeyNamesBothPlaces() {
    #expect(
      failure(Array("{m: [{\n  value: 1, 'x': 2,\n\t\"val\\u0075e\": 3}]}".utf8))
        == ConfigurationError(
          file: "方法.json5", position: TextPosition(line: 3, column: 2), path: "m[0]",
          problem: .duplicateKey("value", firstAt: TextPosition(line: 2, column: 3))))
  }

  /// Two spellings of é look the same in every editor, so they are the same key.
  @Test func duplicateKeysThatDifferOnlyInTheirEncoding() {
    #expect(
      failure(Array("{'\u{E9}': 1, 'e\u{301}': 2}".utf8))?.problem
        == .duplicateKey("\u{E9}", firstAt: TextPosition(line: 1, column: 2)))
  }

  @Test func numbersThatOverflowOrVanish() {
    for written in ["1e400", "-1e-400"] {
      let error = failure(Array("[0,\n\(written)]".utf8))
      #expect(error?.position == TextPosition(line: 2, column: 1))
      guard case .outOfRange = error?.problem else {
        Issue.record("\(written) gave \(String(describing: error))")
        continue
      }
    }
  }

  @Test(arguments: [
    ([0x7B, 0x0A, 0xE5, 0xB0, 0x8F, 0x3A, 0xC2, 0x30], 6, 2, 3),  // cut short after 小:
    ([0xFF, 0xFE, 0x7B, 0x00], 0, 1, 1),  // UTF-16
    ([0x22, 0xD0, 0xA1, 0xB0, 0xE0, 0x22], 3, 1, 3),  // 小班 in GBK: its first two bytes pass
    ([0x22, 0xC0, 0x80], 1, 1, 2),  // overlong
    ([0x22, 0xED, 0xA0, 0x80], 1, 1, 2),  // surrogate
    ([0x22, 0xF4, 0x90, 0x80, 0x80], 1, 1, 2),  // beyond Unicode
    ([0xEF, 0xBB, 0xBF, 0x80], 3, 1, 1),  // after a byte order mark
  ])
  func otherEncodings(_ bytes: [UInt8], _ offset: Int, _ line: Int, _ column: Int) {
    let error = failure(bytes)
    #expect(error?.problem == .notUTF8(byteOffset: offset))
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test func valuesAndKeysKnowTheirPlace() throws {
    let text = "// 注\n{ 甲: [ 1,\n    { 'b' : 'x' } ],\r\n\tc: -1 }"
    let root = try JSON5.parse(Array(text.utf8), file: "t")
    #expect(root.position == TextPosition(line: 2, column: 1))
    guard case .object(let members) = root.kind, members.count == 2,
      case .array(let list) = members[0].value.kind, list.count == 2,
      case .object(let inner) = list[1].kind
    else {
      Issue.record("another shape")
      return
    }
    #expect(members[0].keyPosition == TextPosition(line: 2, column: 3))
    #expect(members[0].value.position == TextPosition(line: 2, column: 6))
    #expect(list.map(\.position) == [.init(line: 2, column: 8), .init(line: 3, column: 5)])
    #expect(inner[0].keyPosition == TextPosition(line: 3, column: 7))
    #expect(inner[0].value.position == TextPosition(line: 3, column: 13))
    #expect(members[1].keyPosition == TextPosition(line: 4, column: 2))
    #expect(members[1].value.position == TextPosition(line: 4, column: 5))
  }
}
