/// Shares of co-owners as cells print them, and the numbers before names.
enum HolderShares {
  /// `张三(50%)`, `张三 1/2`, `张三50%`, `张三占60%`, `张三各占1/2`: the name and its share.
  static func divided(_ printed: String) -> (name: String, share: Double?) {
    // A share ends in a digit, a sign or a bracket.
    if let last = printed.unicodeScalars.last, (0x4000...0x9FFF).contains(last.value) {
      return (printed, nil)
    }
    var text = Substring(TextNormalization.key(printed))
    var inside = text
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open != text.startIndex {
      inside = text[text.index(after: open)...].dropLast()
      text = text[..<open]
    } else {
      let tail = text.reversed().prefix { $0.isPlainDigit || "./%".contains($0) }.count
      guard tail > 0, tail < text.count else { return (printed, nil) }
      inside = text.suffix(tail)
      text = text.dropLast(tail)
    }
    for word in words where inside.hasPrefix(word) { inside = inside.dropFirst(word.count) }
    guard let share = value(inside) else { return (printed, nil) }
    for word in words where text.hasSuffix(word) && text.count > word.count {
      text = text.dropLast(word.count)
    }
    while let last = text.last, ":,(-".contains(last) { text = text.dropLast() }
    guard !text.isEmpty else { return (printed, nil) }
    return (String(text), share)
  }

  private static let words = ["份额", "比例", "各占", "占", "各"]

  private static func value(_ text: Substring) -> Double? {
    var value: Double?
    let fraction = text.split(separator: "/", omittingEmptySubsequences: false)
    if text.hasSuffix("%") {
      value = AreaText.plainNumber(String(text.dropLast())).map { $0 / 100 }
    } else if fraction.count == 2, let above = AreaText.plainNumber(String(fraction[0])),
      let below = AreaText.plainNumber(String(fraction[1])), below > 0
    {
      value = above / below
    }
    guard let value, value > 0, value <= 1 else { return nil }
    return value
  }

  /// `1.张三 2.李四`, `(1)张三(2)李四` and `①张三②李四` with 、 between the names; a bracket with a
  /// share also ends a name.
  static func separated(_ text: String) -> String {
    var characters = Array(text)
    if let first = characters.firstIndex(where: { $0 != " " }),
      mark(characters, first) != nil
    {
      var result: [Character] = []
      var place = characters.startIndex
      while place < characters.count {
        if let length = mark(characters, place) {
          result.append("、")
          place += length
        } else {
          result.append(characters[place])
          place += 1
        }
      }
      characters = result
    }
    var result = ""
    for (place, character) in characters.enumerated() {
      result.append(character)
      guard ")】]%".contains(character), place + 1 < characters.count else { continue }
      let rest = characters[(place + 1)...].drop { $0 == " " }
      guard rest.first?.isHan == true, divided(lastName(result)).share != nil else { continue }
      result.append("、")
    }
    return result
  }

  private static func lastName(_ text: String) -> String {
    String(text.reversed().prefix { !"、,;\n".contains($0) }.reversed())
  }

  /// The length of a number before a name at a place, nil where there is none.
  private static func mark(_ text: [Character], _ place: Int) -> Int? {
    let rest = text[place...].prefix(6)
    guard let first = rest.first else { return nil }
    if let scalar = first.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
      return isName(text, place + 1) ? 1 : nil
    }
    let isBracketed = first == "("
    let digits = rest.dropFirst(isBracketed ? 1 : 0).prefix { $0.isPlainDigit }
    guard (1...2).contains(digits.count) else { return nil }
    let end = digits.endIndex
    guard end < text.count, isBracketed ? text[end] == ")" : ".、)".contains(text[end]) else {
      return nil
    }
    // 上溪村第1、2村民小组 has numbers of its own.
    if !isBracketed, place > 0, text[place - 1].isHan || text[place - 1].isPlainDigit { return nil }
    return isName(text, end + 1) ? end + 1 - place : nil
  }

  private static func isName(_ text: [Character], _ place: Int) -> Bool {
    text[min(place, text.count)...].drop { $0 == " " }.first?.isHan == true
  }
}
