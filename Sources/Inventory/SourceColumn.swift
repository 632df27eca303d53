/// One column as a source delivers it, before any mapping.
public enum SourceColumn: Sendable, Equatable {
  /// Texts in UTF-8, blanks at both ends removed; an empty text is "nothing there".
  case text(TextColumn)
  /// Numbers; NaN is "nothing there".
  case number([Double])

  public var count: Int {
    switch self {
    case .text(let texts): texts.count
    case .number(let numbers): numbers.count
    }
  }
}
