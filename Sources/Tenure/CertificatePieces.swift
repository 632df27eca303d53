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
    var pieces: [String] = []
    var current = ""
    func close() {
      if current.contains(where: { $0 != " " }) { pieces.append(current) }
      current = ""
    }
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      if "、,;|/\n".contains(character) {
        close()
      } else if character == " ", place + 1 < characters.count,
        isEnd(of: current, before: characters[place + 1])
      {
        close()
      } else {
        current.append(character)
      }
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
  private static func isEnd(of piece: String, before next: Character) -> Bool {
    guard let last = piece.last else { return false }
    if last == "号" { return next != "(" && next != "[" && next != "（" && next != " " }
    guard last.isPlainDigit, next.isPlainDigit else { return false }
    return piece.contains("第") || piece.allSatisfy { $0.isPlainDigit || $0 == " " }
  }

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
