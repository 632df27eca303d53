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

  public init(_ decision: EncodingDecision) {
    encoding = decision.encoding.rawValue
    evidence = Self.phrase(decision.evidence)
    overruled = decision.overruled.map(Self.claim)
    checkedTexts = decision.checkedTexts
    cutTexts = decision.cutTexts
    malformedTexts = decision.malformedTexts
  }

  private static func phrase(_ evidence: EncodingDecision.Evidence) -> String {
    switch evidence {
    case .configured: "as told"
    case .cpgFile(let value): "the .cpg says \(value), and the texts agree"
    case .languageByte(let byte): "\(languageByte(byte)), and the texts agree"
    case .validUTF8: "all texts are well-formed UTF-8"
    case .validGB18030: "not UTF-8, and all texts are well-formed GB 18030 (GBK)"
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
    case .onlyASCII: "ASCII"
    case .format: "the format"
    }
  }

  private static func languageByte(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "the .dbf language byte is 0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
