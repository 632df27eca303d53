/// One column on its way into or out of a table.
public enum StoredColumn: Sendable, Equatable {
  case integer([Int64])
  /// NaN is NULL in the file.
  case real([Double])
  /// UTF-8. Empty texts are written as empty texts; NULL is read as the empty text.
  case text(ByteColumn)
  /// Empty blobs are written as NULL ("no geometry"); NULL is read as the empty blob.
  case blob(ByteColumn)

  public enum Kind: String, Sendable, CaseIterable {
    case integer
    case real
    case text
    case blob
  }

  public var kind: Kind {
    switch self {
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .blob: .blob
    }
  }

  public var count: Int {
    switch self {
    case .integer(let values): values.count
    case .real(let values): values.count
    case .text(let values), .blob(let values): values.count
    }
  }
}
