public import Inventory

/// The values of one field.
public enum SyntheticColumn: Sendable, Equatable {
  /// An empty text is "nothing recorded".
  case text(TextColumn)
  /// Integers and reals alike; NaN is "nothing recorded".
  case number([Double])

  public var count: Int {
    switch self {
    case .text(let texts): texts.count
    case .number(let numbers): numbers.count
    }
  }
}
