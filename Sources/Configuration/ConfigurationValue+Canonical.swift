extension ConfigurationValue {
  /// The value as JSON with sorted keys, without spaces and with the shortest numbers that read
  /// back exactly. Comments, layout, the order of keys and the way a number is written leave it
  /// unchanged, which makes it fit for fingerprints. Keys are sorted by their UTF-8 bytes; `1`,
  /// `1.0` and `0x1` are all `1`, and `-0` is `0`. NaN and infinities, which JSON lacks, are written
  /// as in JSON5.
  public func canonicalJSON() -> String {
    var text = ""
    appendCanonical(to: &text)
    return text
  }

  private func appendCanonical(to text: inout String) {
    switch kind {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += Self.shortest(value)
    case .string(let value): text += Self.quoted(value)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.appendCanonical(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text += "," }
        text += Self.quoted(member.key)
        text += ":"
        member.value.appendCanonical(to: &text)
      }
      text += "}"
    }
  }

  /// The shortest decimal that reads back as the same number.
  static func shortest(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A JSON string; only what JSON forbids is escaped.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
    return text
  }
}
