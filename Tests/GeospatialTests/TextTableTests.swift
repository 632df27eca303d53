import Foundation
import Testing

@testable import Geospatial

@Suite struct TextTableTests {
  /// Every two-byte code, against the separate `iconv` program.
  @Test func twoByteCodesAreThoseOfTheCLibrary() throws {
    try Places.withFolder { folder in
      var codes: [UInt8] = []
      var pairs: [(UInt8, UInt8)] = []
      for lead in UInt8(0x81)...0xFE {
        for trail in UInt8(0x40)...0xFE where trail != 0x7F {
          pairs.append((lead, trail))
          codes += [lead, trail, 0x0A]
        }
      }
      try Places.write(codes, to: folder + "/codes")
      guard
        let output = try Places.run(
          "iconv", ["-c", "-f", "GB18030", "-t", "UTF-8", folder + "/codes"])
      else { return }
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == pairs.count + 1)
      var differences: [String] = []
      let decoder = TextDecoder(.gb18030)
      for (pair, line) in zip(pairs, lines) {
        let (text, damage) = [pair.0, pair.1].withUnsafeBytes { decoder.string($0) }
        // The one blank of the plane, A1 A1, is trimmed.
        let wanted = line == "\u{3000}" ? "" : String(line)
        if wanted.isEmpty && damage == .malformed { continue }
        if text != wanted || damage != .none { differences.append("\(pair) \(text) \(wanted)") }
      }
      #expect(differences.isEmpty, "\(differences.prefix(5))")
    }
  }

  @Test func encodingIsTheInverseOfDecoding() throws {
    let encoder = TextEncoder(.gb18030)
    let decoder = TextDecoder(.gb18030)
    for text in ["龙川县老隆镇", "誠\\|", "𠮷野家", "ä é ñ", "Ω≈ç√", "㐀䶵", "A,\"b"] {
      let bytes = try encoder.encode(text).get()
      let (back, damage) = bytes.withUnsafeBytes { decoder.string($0) }
      #expect(back == text && damage == .none)
    }
    #expect(throws: UnencodableCharacter.self) { try TextEncoder(.gbk).encode("𠮷").get() }
  }

  @Test(arguments: [
    ([0xC1, 0xFA, 0xB4] as [UInt8], "龙", TextDecoder.Damage.cutAtEnd),
    ([0xC1, 0xFA, 0xFF, 0x41], "龙\u{FFFD}A", .malformed),
    ([0x20, 0xA1, 0xA1, 0xC1, 0xFA, 0xA1, 0xA1, 0x20], "龙", .none),
    ([0x20, 0x20], "", .none),
    ([], "", .none),
  ])
  func damageIsCountedAndBlanksGo(bytes: [UInt8], text: String, damage: TextDecoder.Damage) {
    let result = bytes.withUnsafeBytes { TextDecoder(.gb18030).string($0) }
    #expect(result.text == text)
    #expect(result.damage == damage)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE0, 0x9F, 0xBF],
    ] as [[UInt8]])
  func whatUTF8ForbidsIsMalformed(bytes: [UInt8]) {
    let result = (bytes + [0x41]).withUnsafeBytes { TextDecoder(.utf8).string($0) }
    #expect(result.damage == .malformed)
  }

  /// GBK whose bytes happen to be well-formed two-byte UTF-8 is still Chinese.
  @Test func shortGBKThatLooksLikeUTF8IsGBK() throws {
    var census = EncodingCensus()
    try TextEncoder(.gbk).encode("一").get().withUnsafeBytes { census.add($0, fillsField: false) }
    let decision = try EncodingRule.decide(
      census: census, cpg: nil, languageByte: 0, configured: nil)
    #expect(census.malformedUTF8 == 0)
    #expect(decision.encoding == .gb18030)
  }

  @Test func language57IsNeverTrusted() throws {
    var census = EncodingCensus()
    try TextEncoder(.gbk).encode("老隆镇").get().withUnsafeBytes {
      census.add($0, fillsField: false)
    }
    for cpg in [nil, "ISO-8859-1", "UTF-8", "OEM"] {
      let decision = try EncodingRule.decide(
        census: census, cpg: cpg, languageByte: 0x57, configured: nil)
      #expect(decision.encoding == .gb18030)
      #expect(decision.overruled.contains(.languageByte(0x57)))
    }
  }
}
