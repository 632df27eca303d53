/// What a person reads of a cell: a beginning, on one line.
///
/// A cell may hold a million characters, or line breaks and escape codes that would garble a
/// terminal or a table; the source row is named beside it for whoever needs the rest.
extension Finding {
  /// Characters that a finding keeps of a value.
  public static let longestValue = 60
  /// Characters that a finding keeps of its own explanation.
  public static let longestDetail = 400

  /// At most `limit` characters of a text, the last one an ellipsis if something was left out;
  /// control and direction characters become blanks.
  public static func excerpt(_ text: String, limit: Int = longestValue) -> String {
    // Nearly every value is a short code or number.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    let shown = text.unicodeScalars.prefix(4 * limit)
    var cut = ""
    cut.unicodeScalars.append(contentsOf: shown.map { steers($0) ? " " : $0 })
    let isWhole = shown.endIndex == text.unicodeScalars.endIndex && cut.count <= limit
    return isWhole ? cut : cut.prefix(limit - 1) + "…"
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
