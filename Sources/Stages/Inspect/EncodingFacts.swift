public import Geospatial

/// In which encoding a table is read, and why.
public struct EncodingFacts: Sendable, Equatable, Codable {
  /// Such as `GB18030`.
  public var encoding: String
  /// One English phrase: what the choice rests on.
  public var evidence: String
  /// Claims of the file that its content contradicts.
  public var overruled: [String]
  /// Texts with bytes outside ASCII that were looked at.
  public var checkedTexts: Int
  /// Of these, texts that end in half a character.
  public var cutTexts: Int
  public var malformedTexts: Int
  /// Of these, texts in UTF-8 among others in GB 18030; they are read as UTF-8.
  public var strayTexts: Int

  public init(_ decision: EncodingDecision) {
    encoding = decision.encoding.rawValue
    evidence = Self.phrase(decision.evidence)
    overruled = decision.overruled.map(Self.claim)
    checkedTexts = decision.checkedTexts
    cutTexts = decision.cutTexts
    malformedTexts = decision.malformedTexts
    strayTexts = decision.strayTexts
  }

  private static func phrase(_ evidence: EncodingDecision.Evidence) -> String {
    switch evidence {
    case .configured: "as told"
    case .cpgFile(let value): "the .cpg says \(value), and the texts agree"
    case .languageByte(let byte): "\(languageByte(byte)), and the texts agree"
    case .validUTF8: "all texts are well-formed UTF-8"
    case .validGB18030: "not UTF-8, and all texts are well-formed GB 18030 (GBK)"
    case .plausibleBig5:
      "a guess: as Big5 the texts are common characters, as GB 18030 (GBK) they are not; declare "
        + "`encoding` if they are something else"
    case .onlyASCII: "only ASCII: nothing to decide"
    case .format: "fixed by the format"
    }
  }

  private static func claim(_ evidence: EncodingDecision.Evidence) -> String {
    switch evidence {
    case .configured: "as told"
    case .cpgFile(let value): "the .cpg says \(value)"
    case .languageByte(let byte): languageByte(byte)
    case .validUTF8: "UTF-8"
    case .validGB18030: "GB 18030"
    case .plausibleBig5: "Big5"
    case .onlyASCII: "ASCII"
    case .format: "the format"
    }
  }

  private static func languageByte(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "the .dbf language byte is 0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
