/// Counts, over all texts of a table, in which encodings they are well-formed.
///
/// A character cut in half by the end of a full fixed-width field speaks for no encoding and
/// against none.
struct EncodingCensus: Equatable {
  private(set) var texts = 0
  private(set) var malformedUTF8 = 0
  private(set) var malformedGB18030 = 0
  private(set) var malformedBig5 = 0
  private(set) var cutUTF8 = 0
  private(set) var cutGB18030 = 0
  private(set) var cutBig5 = 0
  /// Characters of three and more bytes among the UTF-8 readings: Chinese in UTF-8 has no others.
  private(set) var longUTF8 = 0
  /// Texts that are Chinese in UTF-8 where a table of GB 18030 has them among others.
  private(set) var strayUTF8 = 0
  /// Of these, texts that are malformed as GB 18030.
  private var strayMalformed = 0
  /// Texts malformed as GB 18030, without a minority of strays.
  var unreadableGB18030: Int {
    strayUTF8 * 2 < texts ? malformedGB18030 - strayMalformed : malformedGB18030
  }
  /// Characters read as GB 18030, punctuation aside, and how many of them are in daily use (the
  /// first level of GB 2312).
  private(set) var readAsGB = Characters()
  /// The same read as Big5, with its first level.
  private(set) var readAsBig5 = Characters()

  struct Characters: Equatable {
    var all = 0
    var common = 0

    var share: Double { all > 0 ? Double(common) / Double(all) : 0 }
  }

  /// Whether the texts are words when read as Big5, and not when read as GB 18030. Either encoding
  /// gives every text some reading: what tells them apart is whether anybody writes like that.
  var favoursBig5: Bool {
    readAsBig5.all >= 8 && readAsBig5.share >= 0.9 && readAsGB.share < 0.7
  }

  /// Texts whose bytes above ASCII do not come in pairs of the GB 2312 plane.
  private(set) var outsideGB2312 = 0

  /// Looks at one text; ASCII texts are not counted.
  mutating func add(_ text: UnsafeRawBufferPointer, fillsField: Bool) {
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    texts += 1
    let utf8 = EncodingCensus.scanUTF8(text)
    longUTF8 += utf8.long
    if utf8.isCut && fillsField { cutUTF8 += 1 } else if !utf8.isClean { malformedUTF8 += 1 }
    let isStray = TextDecoder.isStrayUTF8(text)
    if isStray { strayUTF8 += 1 }
    count(text)
    switch EncodingCensus.scanDoubleByte(text, allowsFour: true, firstTrail: 0x40) {
    case .clean: break
    case .cut where fillsField: cutGB18030 += 1
    default:
      malformedGB18030 += 1
      if isStray { strayMalformed += 1 }
    }
    switch EncodingCensus.scanDoubleByte(text, allowsFour: false, firstTrail: 0x40) {
    case .clean: break
    case .cut where fillsField: cutBig5 += 1
    default: malformedBig5 += 1
    }
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        index += 1
      } else if index + 1 < text.count, text[index] >= 0xA1, text[index] <= 0xF7,
        text[index + 1] >= 0xA1
      {
        index += 2
      } else if index + 1 == text.count, fillsField {
        break
      } else {
        outsideGB2312 += 1
        break
      }
    }
  }

  private mutating func count(_ text: UnsafeRawBufferPointer) {
    var index = 0
    while index + 1 < text.count {
      let (lead, trail) = (text[index], text[index + 1])
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      // Punctuation has the same leads in both.
      if lead > 0xA3 || lead < 0xA1 {
        readAsGB.all += 1
        readAsBig5.all += 1
        if 0xB0...0xD7 ~= lead, trail >= 0xA1 { readAsGB.common += 1 }
        if 0xA4...0xC6 ~= lead, 0x40...0x7E ~= trail || trail >= 0xA1 { readAsBig5.common += 1 }
      }
      index += 2
    }
  }

  func malformed(_ encoding: TextEncoding) -> Int {
    switch encoding {
    case .utf8: malformedUTF8
    case .gb18030, .gbk: unreadableGB18030
    case .big5: malformedBig5
    case .latin1: 0
    }
  }

  func cut(_ encoding: TextEncoding) -> Int {
    switch encoding {
    case .utf8: cutUTF8
    case .gb18030, .gbk: cutGB18030
    case .big5: cutBig5
    case .latin1: 0
    }
  }

  enum Outcome { case clean, cut, broken }

  private static func scanUTF8(
    _ text: UnsafeRawBufferPointer
  ) -> (isClean: Bool, isCut: Bool, long: Int) {
    var index = 0
    var long = 0
    while index < text.count {
      let need = TextDecoder.utf8Length(text, at: index)
      switch need {
      case .complete(let length):
        if length >= 3 { long += 1 }
        index += length
      case .cut: return (false, true, long)
      case .malformed: return (false, false, long)
      }
    }
    return (true, false, long)
  }

  private static func scanDoubleByte(
    _ text: UnsafeRawBufferPointer, allowsFour: Bool, firstTrail: UInt8
  ) -> Outcome {
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard lead >= 0x81, lead <= 0xFE else { return .broken }
      guard index + 1 < text.count else { return .cut }
      let trail = text[index + 1]
      if trail >= firstTrail, trail <= 0xFE, trail != 0x7F {
        index += 2
      } else if allowsFour, trail >= 0x30, trail <= 0x39 {
        guard index + 2 < text.count else { return .cut }
        guard text[index + 2] >= 0x81, text[index + 2] <= 0xFE else { return .broken }
        guard index + 3 < text.count else { return .cut }
        guard text[index + 3] >= 0x30, text[index + 3] <= 0x39 else { return .broken }
        index += 4
      } else {
        return .broken
      }
    }
    return .clean
  }
}
