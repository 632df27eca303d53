import Configuration
import Testing

/// The examples of the JSON5 standard and its test suite's kinds of cases.
@Suite struct JSON5Tests {
  private func canonical(_ text: String) throws -> String {
    try JSON5.parse(Array(text.utf8), file: "t").canonicalJSON()
  }

  @Test func kitchenSinkOfTheStandard() throws {
    let text = #"""
      {
        // comments
        unquoted: 'and you can quote me on that',
        singleQuotes: 'I can use "double quotes" here',
        lineBreaks: "Look, Mom! \
      No \\n's!",
        hexadecimal: 0xdecaf,
        leadingDecimalPoint: .8675309, andTrailing: 8675309.,
        positiveSign: +1,
        trailingComma: 'in objects', andIn: ['arrays',],
        "backwardsCompatible": "with JSON",
      }
      """#
    #expect(
      try canonical(text)
        == #"{"andIn":["arrays"],"andTrailing":8675309,"backwardsCompatible":"with JSON","#
        + #""hexadecimal":912559,"leadingDecimalPoint":0.8675309,"#
        + #""lineBreaks":"Look, Mom! No \\n's!","positiveSign":1,"#
        + #""singleQuotes":"I can use \"double quotes\" here","trailingComma":"in objects","#
        + #""unquoted":"and you can quote me on that"}"#)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("+0.0", "0"), ("5.", "5"), (".5", "0.5"), ("-.5e1", "-5"),
    ("5.e-1", "0.5"), ("1E+3", "1000"), ("0x1F", "31"), ("-0Xff", "-255"),
    ("0xFFFFFFFFFFFFFFFF", "1.8446744073709552e+19"), ("0.1", "0.1"),
    ("9007199254740993", "9007199254740992"), ("4.9e-324", "5e-324"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"), ("Infinity", "Infinity"),
    ("-Infinity", "-Infinity"), ("+NaN", "NaN"), ("0e400", "0"), ("0x0", "0"),
  ])
  func numbers(_ written: String, _ expected: String) throws {
    #expect(try canonical(written) == expected)
  }

  @Test(arguments: [
    (#"'\x41\u5c0F\u73ed'"#, "A小班"), (#""\ud83c\udf32""#, "🌲"), (#"'\'\"\\\/'"#, "'\"\\/"),
    (#"'\b\f\n\r\t\v\0'"#, "\u{08}\u{0C}\n\r\t\u{0B}\0"), (#"'\a\松'"#, "a松"),
    ("'a\\\nb'", "ab"), ("'a\\\r\nb'", "ab"), ("'a\\\rb'", "ab"), ("'a\\\u{2028}b'", "ab"),
    ("'a\u{2028}b'", "a\u{2028}b"), ("'\ttab'", "\ttab"), ("''", ""),
  ])
  func texts(_ written: String, _ expected: String) throws {
    #expect(try JSON5.parse(Array(written.utf8), file: "t").kind == .string(expected))
  }

  @Test(arguments: [
    ("{马尾松: 1}", "马尾松"), ("{𠮷村: 1}", "𠮷村"), ("{$_a1: 1}", "$_a1"),
    ("{ünï\u{301}: 1}", "ünï\u{301}"),
    (#"{\u5c0f班: 1}"#, "小班"), ("{'a b': 1}", "a b"), ("{null: 1}", "null"), ("{'': 1}", ""),
    ("{Ⅱ类: 1}", "Ⅱ类"),
  ])
  func keys(_ written: String, _ key: String) throws {
    #expect(
      try ConfigurationReader(JSON5.parse(Array(written.utf8), file: "t"), file: "t").keys == [key])
  }

  @Test(arguments: [
    "\u{FEFF}[1]", "/**/[/* , */1//]\n]", "[1]//", "[1] // 尾", "\u{3000}[\u{A0}1\u{2003},]\u{2029}",
    "//a\r[1]", "//a\u{2028}[1]", "/***/[1]/*/ */",
  ])
  func spaceAndComments(_ written: String) throws {
    #expect(try canonical(written) == "[1]")
  }

  @Test(arguments: [
    "", "  ", "//", "/*", "/* *", "{", "[", "}", "]", "[,]", "[1,,2]", "{,}", "{a}", "{a:}",
    "{a:1,,}",
    "{a:1 b:2}", "[1 2]", "'a", "\"a'", "'a\nb'", "'\\", "01", "-01", "00", "1.2.3", "1e", "1e+",
    ".",
    "+", "-", "- 1", "--1", "0x", "0xg", "1a", "1_000", "12\\u0061", "tru", "True", "undefined",
    "nul",
    "infinity", "-null", "'\\1'", "'\\01'", "'\\x4'", "'\\u12'", "'\\ud800'", "'\\udc00'",
    "'\\ud800\\u0041'", "{1a: 1}", "{2024: 1}", "{a-b: 1}", "{\\u0031: 1}", "{\\x41: 1}", "1 2",
    "[1]]",
    "{a:1}}", "#", "/ 1", "1e400", "1e-400", "0x" + String(repeating: "f", count: 300), "４５",
    "{“a”: 1}", "{a：1}", "[1，2]", "\0",
  ])
  func refused(_ written: String) {
    #expect(throws: ConfigurationError.self) { try JSON5.parse(Array(written.utf8), file: "t") }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try canonical(nested(128)) == nested(128))
    for text in [nested(129), String(repeating: "[{a:", count: 500_000)] {
      #expect {
        try JSON5.parse(Array(text.utf8), file: "t")
      } throws: { error in
        guard case .invalid(let why) = (error as? ConfigurationError)?.problem else { return false }
        return why.contains("128")
      }
    }
  }

  @Test func canonicalFormIgnoresLayoutAndOrderOnly() throws {
    let one = try canonical("{b: [1.0, 0x10, 1e3], a: 'x', // note\n 甲: null}")
    #expect(one == #"{"a":"x","b":[1,16,1000],"甲":null}"#)
    #expect(try canonical(#" { "甲" : null, "a":"\x78", "b":[1,16,1000.0] } "#) == one)
    #expect(try canonical("{b: [1, 16, 1000.0000000000001], a: 'x', 甲: null}") != one)
    // The canonical form is its own canonical form, control characters included.
    let odd = try canonical("['\\x00\\x1f\\x7f\\u2028\\\\\\\"/', -1e-7, 123456789012345680000]")
    #expect(try canonical(odd) == odd)
  }

  @Test func longLiterals() throws {
    let digits = String(repeating: "9", count: 100_000)
    #expect(try canonical("0." + digits) == "1")
    let text = String(repeating: "松", count: 100_000)
    #expect(try JSON5.parse(Array("'\(text)'".utf8), file: "t").kind == .string(text))
  }
}
