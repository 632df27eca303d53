@testable import Geospatial

/// Decoding gives well-formed UTF-8 whatever it is given, tells damage exactly where there is
/// some, and loses nothing that is well-formed.
enum TextTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    var census = EncodingCensus()
    bytes.withUnsafeBytes { census.add($0, fillsField: bytes.count % 2 == 0) }
    for encoding in TextEncoding.allCases { try decode(bytes, encoding, census) }
    try decide(bytes, census)
    _ = CellText.plain(String(decoding: bytes, as: UTF8.self))
    _ = TextEncoding(named: String(decoding: bytes, as: UTF8.self))
    _ = ZipPath.decoded(String(decoding: bytes, as: UTF8.self))
  }

  private static func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ census: EncodingCensus
  ) throws(Violation) {
    var text: [UInt8] = Array("前".utf8)
    let damage = bytes.withUnsafeBytes { TextDecoder(encoding).append($0, to: &text) }
    guard let decoded = String(validating: text, as: UTF8.self) else {
      throw Violation("\(encoding) gives malformed UTF-8")
    }
    try hold(decoded.unicodeScalars.first == "前", "\(encoding) changes what was there")
    if encoding == .utf8 {
      let isSound = String(validating: bytes, as: UTF8.self) != nil
      try hold((damage == .none) == isSound, "UTF-8 damage \(damage), sound \(isSound)")
    }
    if damage == .malformed {
      try hold(decoded.unicodeScalars.contains("\u{FFFD}"), "\(encoding) hides damage")
    }
    guard damage == .none, encoding == .gb18030 || encoding == .utf8 || encoding == .latin1 else {
      return
    }
    // What is written of it reads back as the same text.
    let alone = String(decoded.unicodeScalars.dropFirst())
    guard case .success(let written) = TextEncoder(encoding).encode(alone) else {
      throw Violation("\(encoding) cannot write what it read: \(alone.debugDescription)")
    }
    // Rare characters of GB 18030 whose bytes are common ones in UTF-8 are taken for those: of two
    // readings the likelier, see `TextDecoder.isStrayUTF8`.
    guard encoding != .gb18030 || !written.withUnsafeBytes(TextDecoder.isStrayUTF8) else { return }
    let again = written.withUnsafeBytes { TextDecoder(encoding).string($0) }
    try hold(
      again.damage == .none && again.text.utf8.elementsEqual(alone.utf8),
      "\(encoding) reads \(alone.debugDescription) back as \(again.text.debugDescription)")
  }

  /// The bytes as a configured claim, as a .cpg and as a language byte.
  private static func decide(_ bytes: [UInt8], _ census: EncodingCensus) throws(Violation) {
    let cpg = String(decoding: bytes.prefix(8), as: UTF8.self)
    for language in [nil, bytes.first] {
      do throws(UndecidedEncoding) {
        let decision = try EncodingRule.decide(
          census: census, cpg: cpg, languageByte: language, configured: nil)
        guard decision.encoding == .utf8, decision.malformedTexts == 0, decision.cutTexts == 0
        else { continue }
        let damage = bytes.withUnsafeBytes { TextDecoder(.utf8).string($0).damage }
        try refuse(damage)
      } catch {
        continue
      }
    }
  }

  private static func refuse(_ damage: TextDecoder.Damage) throws(UndecidedEncoding) {
    if damage != .none { throw UndecidedEncoding(reason: "decided for UTF-8 in spite of damage") }
  }
}
