/// A column of a table, with its name in SQL.
public struct TableColumn: Sendable, Equatable {
  public var name: String
  /// An integer column also takes reals, of which NaN is NULL and every other one a whole number.
  public var kind: StoredColumn.Kind

  public init(_ name: String, _ kind: StoredColumn.Kind) {
    self.name = name
    self.kind = kind
  }
}
