import Foundation
import Testing

@testable import Geospatial

/// What the bytes of texts say about their encoding, where several encodings accept them.
struct EncodingEvidenceTests {
  private static let traditional = [
    "人工造林", "中國林業", "龍川縣老隆鎮", "竹林村民委員會", "林地權屬有爭議", "馬尾松與杉木混交",
  ]
  private static let simplified = [
    "人工造林", "中国林业", "龙川县老隆镇", "竹林村民委员会", "林地权属有争议", "马尾松与杉木混交", "速生桉", "桉", "楠木", "栎类",
  ]

  private func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    guard encoding == .big5 else { return try TextEncoder(encoding).encode(text).get() }
    return try text.unicodeScalars.flatMap { scalar -> [UInt8] in
      // Level 1 and 2; the first place of a character that the table has twice.
      let place = try #require(DoubleByteTable.big5.firstIndex(of: scalar.value))
      return [
        UInt8(0x81 + place / DoubleByteTable.trails), UInt8(0x40 + place % DoubleByteTable.trails),
      ]
    }
  }

  private func census(_ texts: [[UInt8]]) -> EncodingCensus {
    var census = EncodingCensus()
    for text in texts { text.withUnsafeBytes { census.add($0, fillsField: false) } }
    return census
  }

  private func decide(
    _ census: EncodingCensus, cpg: String? = nil, language: UInt8? = 0
  ) throws -> EncodingDecision {
    try EncodingRule.decide(census: census, cpg: cpg, languageByte: language, configured: nil)
  }

  @Test func big5IsToldFromGBK() throws {
    let big5 = census(try Self.traditional.map { try bytes($0, .big5) })
    #expect(try decide(big5).encoding == .big5)
    #expect(try decide(big5).evidence == .plausibleBig5)
    // A claim that the texts contradict does not help.
    #expect(try decide(big5, cpg: "GBK").encoding == .big5)
    #expect(try decide(big5, language: 0x4D).encoding == .big5)
    #expect(try decide(big5, language: 0x4F).evidence == .languageByte(0x4F))
    #expect(try decide(big5, language: 0x78).encoding == .big5)
    let gbk = census(try Self.simplified.map { try bytes($0, .gbk) })
    for claim: UInt8 in [0, 0x4D, 0x4F, 0x78, 0x57] {
      #expect(try decide(gbk, language: claim).encoding != .big5)
    }
    #expect(try decide(gbk, cpg: "BIG5").encoding == .gb18030)
    // Traditional characters in GBK are not Big5 either.
    let traditional = census(try Self.traditional.map { try bytes($0, .gbk) })
    #expect(try decide(traditional).encoding == .gb18030)
  }

  @Test func fewTextsOfBig5AreReadByTheirLanguageByte() throws {
    let few = census([try bytes("林業", .big5)])
    #expect(try decide(few).encoding == .gb18030)
    #expect(try decide(few, language: 0x4F).encoding == .big5)
  }

  @Test func strayTextsInUTF8AreReadAndCounted() throws {
    var texts = try Self.simplified.map { try bytes($0, .gbk) }
    texts += [Array("中国".utf8), Array("人工造林二三".utf8), Array("2023年补植马尾松".utf8)]
    let decision = try decide(census(texts))
    #expect(decision.encoding == .gb18030)
    #expect(decision.strayTexts == 3)
    let decoder = TextDecoder(.gb18030)
    let (text, damage) = Array("人工造林二三".utf8).withUnsafeBytes { decoder.string($0) }
    #expect(text == "人工造林二三")
    #expect(damage == .otherEncoding)
  }

  /// Every word of the shipped code lists, and all pairs of characters of GB 2312's first level
  /// with themselves, are left alone.
  @Test func textsInGBKAreNotTakenForUTF8() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("pipelines/codes")
    var words: [String] = Self.simplified
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      words += try String(contentsOf: file, encoding: .utf8).split { ",\n".contains($0) }.map(
        String.init)
    }
    #expect(words.count > 500)
    for word in words {
      let gbk = try bytes(word, .gbk)
      #expect(!gbk.withUnsafeBytes { TextDecoder.isStrayUTF8($0) }, "\(word)")
    }
    for lead in UInt8(0xB0)...0xF7 {
      for trail in UInt8(0xA1)...0xFE {
        let text = [UInt8](repeating: lead, count: 6).enumerated().map {
          $0.offset % 2 == 0 ? lead : trail
        }
        #expect(!text.withUnsafeBytes { TextDecoder.isStrayUTF8($0) })
      }
    }
  }
}
