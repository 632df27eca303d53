/// The spellings of one certificate number brought to one: `《试林權證（二〇一〇）字 NO.41》` is
/// `试林权证字(2010)41`.
enum CertificateText {
  /// - Parameter key: normalised by `TextNormalization.key`.
  static func canonical(_ key: String) -> String {
    var text = key
    // Asked first, scalar by scalar, because a dictionary of characters is slow to ask.
    if key.unicodeScalars.contains(where: isTraditional) {
      text = String(key.map { traditional[$0] ?? $0 })
    }
    while let last = text.unicodeScalars.last, stops.contains(last) { text.removeLast() }
    while let bare = withoutBrackets(text) { text = bare }
    text = withoutLabel(text)
    text = withoutNote(text)
    return numeralsInBrackets(text)
  }

  /// The words before the running number, with the year in one form and place: `(2010)` at the end.
  static func prefix(_ text: String) -> String {
    var prefix = text
    let bytes = Array(text.utf8)
    if let mark = marks.first(where: { $0.ends(bytes) }) { prefix.removeLast(mark.text.count) }
    if prefix.ends(with: "-"), prefix.count > 1 { prefix.removeLast() }
    if prefix.ends(with: "字") {
      if let year = yearAtEnd(prefix.dropLast()) {
        return year.rest + (year.rest.ends(with: "字") ? "" : "字") + "(" + year.digits + ")"
      }
      // `(2010)试政林证字`
      let head = prefix.prefix(6)
      if head.hasPrefix("("), head.hasSuffix(")"),
        head.dropFirst().dropLast().allSatisfy(\.isPlainDigit)
      {
        return String(prefix.dropFirst(6)) + String(head)
      }
    }
    guard let year = yearAtEnd(prefix[...]) else { return prefix }
    return year.rest + "(" + year.digits + ")"
  }

  /// `2010`, `(2010)`, `2010年`, `(2010年)` at the end of a text.
  private static func yearAtEnd(_ text: Substring) -> (rest: String, digits: String)? {
    var rest = text
    if rest.ends(with: "年") { rest = rest.dropLast() }
    let isBracketed = rest.ends(with: ")")
    if isBracketed { rest = rest.dropLast() }
    if rest.ends(with: "年") { rest = rest.dropLast() }
    let digits = rest.reversed().prefix { $0.isPlainDigit }.count
    guard digits == 4 else { return nil }
    let year = rest.suffix(4)
    rest = rest.dropLast(4)
    if isBracketed {
      guard rest.ends(with: "(") else { return nil }
      rest = rest.dropLast()
    }
    return (String(rest), String(year))
  }

  /// Without brackets around all of it.
  private static func withoutBrackets(_ text: String) -> String? {
    guard text.begins(with: "("), text.ends(with: ")"), text.count > 2 else { return nil }
    var depth = 0
    for (place, character) in text.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, place < text.count - 1 { return nil }
    }
    return String(text.dropFirst().dropLast())
  }

  /// Without the heading that some lists repeat in each cell: `林权证号:`.
  private static func withoutLabel(_ text: String) -> String {
    for label in labels where text.begins(with: label) {
      let rest = text.dropFirst(label.count)
      if rest.begins(with: ":") { return String(rest.dropFirst()) }
      if label.ends(with: "号"), rest.contains("字") || rest.contains("权") { return String(rest) }
    }
    return text
  }

  /// Without a note in brackets after the number, such as `(已注销)`.
  private static func withoutNote(_ text: String) -> String {
    guard text.ends(with: ")"), let open = text.lastIndex(of: "("), text[..<open].ends(with: "号"),
      !text[open...].contains(where: \.isPlainDigit)
    else { return text }
    return String(text[..<open])
  }

  /// `(二〇一〇)` to `(2010)`, and Chinese numerals before 号.
  private static func numeralsInBrackets(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "(")), ChineseNumber.hasNumeral(text) else {
      return text
    }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inside = rest[rest.index(after: open)..<close]
      let isYear = inside.hasSuffix("年")
      let year = ChineseNumber.year(String(isYear ? inside.dropLast() : inside))
      result += rest[..<open] + "(" + (year.map { String($0) } ?? String(inside)) + ")"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What stands between the words and the running number.
  private static let marks = ["第", "NO.", "NO:", "NO", "编号:", "证号:", "编号"].map { Needle($0) }

  private static let labels = [
    "林权证号", "林权证编号", "林权证书号", "不动产权证号", "不动产权证书号", "权证号", "证书号", "证书编号", "证号", "编号",
    "林权证", "不动产权证",
  ]

  private static let stops: Set<Unicode.Scalar> = ["。", ".", ",", ";", ":", "、", "·"]

  private static func isTraditional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "證", "號", "權", "縣", "鎮", "鄉", "動", "產", "産", "㈠", "編": true
    default: false
    }
  }

  private static let traditional: [Character: Character] = [
    "證": "证", "號": "号", "權": "权", "縣": "县", "鎮": "镇", "鄉": "乡", "動": "动", "產": "产", "産": "产",
    "㈠": "一", "編": "编",
  ]
}
