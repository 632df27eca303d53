/// Decides in which encoding a table is read.
///
/// A claim (.cpg, then the language bytes 0x4D for GBK, 0x4F and 0x78 for Big5) counts only if the
/// content agrees; other language bytes are never trusted, because programs write 0x57 over
/// anything. Without a usable claim the content decides: UTF-8 if all texts are well-formed in it,
/// Big5 if only that gives words, else GB 18030.
enum EncodingRule {
  static func decide(
    census: EncodingCensus, cpg: String?, languageByte: UInt8?, configured: TextEncoding?
  ) throws(UndecidedEncoding) -> EncodingDecision {
    func decision(
      _ encoding: TextEncoding, _ evidence: EncodingDecision.Evidence,
      overruled: [EncodingDecision.Evidence] = []
    ) -> EncodingDecision {
      var decision = EncodingDecision(
        encoding: encoding, evidence: evidence, overruled: overruled, checkedTexts: census.texts,
        cutTexts: census.cut(encoding), malformedTexts: census.malformed(encoding))
      if encoding == .gbk || encoding == .gb18030 { decision.strayTexts = census.strayUTF8 }
      return decision
    }
    if let configured { return decision(configured, .configured) }

    var overruled: [EncodingDecision.Evidence] = []
    if let cpg, let claimed = TextEncoding(named: cpg) {
      if agrees(claimed, census) { return decision(claimed, .cpgFile(cpg)) }
      overruled.append(.cpgFile(cpg))
    }
    if census.texts == 0 { return decision(.utf8, .onlyASCII, overruled: overruled) }
    if let languageByte, languageByte == 0x4D {
      if agrees(.gbk, census) {
        return decision(.gbk, .languageByte(languageByte), overruled: overruled)
      }
      overruled.append(.languageByte(languageByte))
    } else if let languageByte, languageByte == 0x4F || languageByte == 0x78 {
      if agrees(.big5, census) {
        return decision(.big5, .languageByte(languageByte), overruled: overruled)
      }
      overruled.append(.languageByte(languageByte))
    } else if let languageByte, languageByte != 0 {
      overruled.append(.languageByte(languageByte))
    }
    if census.malformedUTF8 == 0, census.longUTF8 > 0 || census.malformedGB18030 > 0 {
      return decision(.utf8, .validUTF8, overruled: overruled)
    }
    if census.malformedBig5 == 0, census.favoursBig5 {
      return decision(.big5, .plausibleBig5, overruled: overruled)
    }
    if census.unreadableGB18030 == 0 {
      return decision(.gb18030, .validGB18030, overruled: overruled)
    }
    // A stray damaged text must not make a whole county unreadable; it is counted instead.
    if census.malformedUTF8 * 1000 <= census.texts, census.longUTF8 > 0 {
      return decision(.utf8, .validUTF8, overruled: overruled)
    }
    if census.malformedGB18030 * 1000 <= census.texts {
      return decision(.gb18030, .validGB18030, overruled: overruled)
    }
    throw UndecidedEncoding(
      reason: "of \(census.texts) texts outside ASCII \(census.malformedUTF8) are malformed as "
        + "UTF-8 and \(census.malformedGB18030) as GB18030")
  }

  private static func agrees(_ encoding: TextEncoding, _ census: EncodingCensus) -> Bool {
    guard census.malformed(encoding) * 1000 <= census.texts else { return false }
    if encoding == .latin1 {
      // Latin-1 accepts anything; Chinese in it shows as unbroken pairs of the GB 2312 plane.
      return census.texts == 0 || census.outsideGB2312 > 0
    }
    if encoding == .gbk || encoding == .gb18030 {
      // UTF-8 text often passes as GBK; the reverse does not happen to a whole table of Chinese.
      return !census.favoursBig5
        && !(census.texts >= 3 && census.malformedUTF8 == 0 && census.longUTF8 > 0)
    }
    if encoding == .big5 {
      // Big5 has no more words in texts of GB 18030 than the reverse.
      return census.readAsBig5.share >= census.readAsGB.share
        && !(census.texts >= 3 && census.malformedUTF8 == 0 && census.longUTF8 > 0)
    }
    return true
  }
}

/// No encoding fits the texts.
struct UndecidedEncoding: Error, Equatable {
  var reason: String
}
