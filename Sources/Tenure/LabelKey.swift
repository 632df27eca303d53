/// Comparable forms of 林班 and 小班 numbers and of village names.
public enum LabelKey {
  /// `003`, `3`, `3林班` and `第3小班` are one; letters and sub-numbers stay (`12-1`).
  public static func number(_ text: String) -> String {
    guard !TextNormalization.saysNothing(text) else { return "" }
    var key = TextNormalization.key(text)
    if key.begins(with: "第") { key.removeFirst() }
    for word in ["林班", "小班", "号", "班"] where key.ends(with: word) {
      key.removeLast(word.count)
    }
    let digits = key.prefix { $0.isPlainDigit }
    guard !digits.isEmpty else { return key }
    return TextNormalization.withoutLeadingZeros(digits) + key.dropFirst(digits.count)
  }

  /// `黄田村村民委员会`, `黄田村民委员会`, `黄田村委会`, `黄田村` and `黄田` are one.
  public static func village(_ text: String) -> String {
    guard !TextNormalization.saysNothing(text) else { return "" }
    var key = TextNormalization.key(text)
    for word in ["村民委员会", "居民委员会", "村委会", "居委会", "行政村", "社区"]
    where key.ends(with: word) && key.count > word.count {
      key.removeLast(word.count)
      break
    }
    if key.ends(with: "村"), key.count > 1 { key.removeLast() }
    return key
  }
}
