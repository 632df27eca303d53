/// Numbers below 100 and years in Chinese characters, as old certificates write them.
enum ChineseNumber {
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
  ]

  /// `5`, `十二`, `三十一`, `二〇三五`; nil for anything else.
  static func value(_ text: String) -> Int? {
    guard !text.isEmpty, text.count <= 8 else { return nil }
    if text.allSatisfy(\.isPlainDigit) { return Int(text) }
    if let ten = text.firstIndex(of: "十") {
      let before = text[..<ten]
      let after = text[text.index(after: ten)...]
      guard before.count <= 1, after.count <= 1 else { return nil }
      let tens = before.isEmpty ? 1 : before.first.flatMap { digits[$0] }
      let ones = after.isEmpty ? 0 : after.first.flatMap { digits[$0] }
      guard let tens, let ones, tens > 0 else { return nil }
      return tens * 10 + ones
    }
    var result = 0
    for character in text {
      guard let digit = digits[character] else { return nil }
      result = result * 10 + digit
    }
    return result
  }

  static func hasNumeral(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalars.contains($0) }
  }

  private static let scalars = Set(digits.keys.flatMap(\.unicodeScalars) + ["十"])

  /// A year of four numerals, with the letter O or a zero for 〇: `二O一〇`.
  static func year(_ text: String) -> Int? {
    let text = withZeros(text)
    guard text.count == 4, text.allSatisfy({ digits[$0] != nil }) else { return nil }
    return value(text)
  }

  /// The letter O, and 0, beside Chinese numerals are 〇.
  static func withZeros(_ text: String) -> String {
    var characters = Array(text)
    for place in characters.indices where "Oo0".contains(characters[place]) {
      let isAfter = place > 0 && digits[characters[place - 1]] != nil
      let isBefore = place + 1 < characters.count && digits[characters[place + 1]] != nil
      if isAfter || isBefore { characters[place] = "〇" }
    }
    return String(characters)
  }

  /// Replaces each run of Chinese numerals by digits: `二〇三五年十二月` to `2035年12月`.
  static func withDigits(_ text: String) -> String {
    guard hasNumeral(text) else { return text }
    var result = ""
    var run = ""
    for character in withZeros(text) {
      if digits[character] != nil || character == "十" {
        run.append(character)
      } else {
        result += value(run).map(String.init) ?? run
        run = ""
        result.append(character)
      }
    }
    return result + (value(run).map(String.init) ?? run)
  }
}
