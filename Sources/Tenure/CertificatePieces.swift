/// The certificate numbers in one cell, each with the words around it that are its own.
enum CertificatePieces {
  /// Numbers in one range at most; longer ones are no range.
  private static let longestRange = 200

  /// - Parameter text: half-width.
  static func all(of text: String) -> [String] {
    divided(text).flatMap(range)
  }

  /// Divides a cell at `、,;|/`, line breaks, and at blanks between two numbers.
  private static func divided(_ text: String) -> [String] {
    // Hardly any cell holds several.
    guard text.unicodeScalars.contains(where: mayDivide) else { return text.isEmpty ? [] : [text] }
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var current: [UInt8] = []
    func close() {
      if current.contains(where: { $0 != blank }) {
        pieces.append(String(decoding: current, as: UTF8.self))
      }
      current.removeAll(keepingCapacity: true)
    }
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if separators.contains(byte) {
        close()
      } else if bytes[place...].starts(with: comma) {
        close()
        place += comma.count - 1
      } else if byte == blank, place + 1 < bytes.count,
        isEnd(of: current, before: bytes[place + 1])
      {
        close()
      } else {
        current.append(byte)
      }
      place += 1
    }
    close()
    return pieces
  }

  private static func mayDivide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "、", ",", ";", "|", "/": true
    default: false
    }
  }

  /// Whether a number ends before a blank and another begins after it.
  private static func isEnd(of piece: [UInt8], before next: UInt8) -> Bool {
    guard let last = piece.last else { return false }
    if piece.suffix(numeral.count).elementsEqual(numeral) { return !noBeginnings.contains(next) }
    guard isDigit(last), isDigit(next) else { return false }
    return ordinal.occurs(in: piece) || piece.allSatisfy { isDigit($0) || $0 == blank }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let blank = UInt8(ascii: " ")
  private static let separators = Array(",;|/\n".utf8)
  private static let comma = Array("、".utf8)
  private static let numeral = Array("号".utf8)
  private static let ordinal = Needle("第")
  /// What stands after a blank and belongs to the number before it.
  private static let noBeginnings = Array("([ ".utf8)

  /// `第044-046号` and `第044号至第046号` as their numbers.
  private static func range(_ piece: String) -> [String] {
    // Hardly any cell has one, and taking words apart is dear.
    guard piece.unicodeScalars.contains(where: isJoint) else { return [piece] }
    var text = piece.filter { $0 != " " }
    for joint in ["号至第", "号-第", "号~第", "号到第", "号至", "号~", "号到", "至第", "至", "到", "~"] {
      text = replacing(joint, in: text)
    }
    guard let sign = text.lastIndex(where: { $0 == "~" || $0 == "-" }) else { return [piece] }
    let before = text[..<sign].reversed().prefix { $0.isPlainDigit }.count
    let after = text[text.index(after: sign)...]
    let digits = after.prefix { $0.isPlainDigit }
    let tail = after.dropFirst(digits.count)
    guard (1...9).contains(before), (1...9).contains(digits.count), tail.isEmpty || tail == "号",
      let first = Int(text[..<sign].suffix(before)), let last = Int(digits), first < last,
      last - first < longestRange
    else { return [piece] }
    // A hyphen also joins sub-numbers (1234-2): a range has two numbers of one length.
    if text[sign] == "-", before != digits.count || before < 3 { return [piece] }
    let words = text[..<sign].dropLast(before)
    return (first...last).map { number in
      let digits = String(number)
      return words + String(repeating: "0", count: max(0, before - digits.count)) + digits + "号"
    }
  }

  /// One of them is in every range.
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "-", "至", "到": true
    default: false
    }
  }

  private static func replacing(_ word: String, in text: String) -> String {
    let parts = text.split(separator: word, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].last?.isPlainDigit == true,
      parts[1].first?.isPlainDigit == true
    else { return text }
    return parts[0] + "~" + parts[1]
  }
}
