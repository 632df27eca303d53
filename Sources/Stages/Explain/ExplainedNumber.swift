/// Numbers in explanations.
enum ExplainedNumber {
  /// The shortest text that reads back as the number.
  static func text(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Nil for a number that is not known.
  static func known(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
