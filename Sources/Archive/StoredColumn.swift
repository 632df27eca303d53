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

extension StoredColumn {
  /// Bytes of its texts or blobs; 0 for numbers.
  var byteCount: Int {
    switch self {
    case .integer, .real: 0
    case .text(let entries), .blob(let entries): entries.bytes.count
    }
  }

  subscript(rows: Range<Int>) -> StoredColumn {
    switch self {
    case .integer(let numbers): .integer(Array(numbers[rows]))
    case .real(let numbers): .real(Array(numbers[rows]))
    case .text(let entries): .text(entries.entries(rows))
    case .blob(let entries): .blob(entries.entries(rows))
    }
  }

  /// The rows for which `isIn` holds.
  public func rows(where isIn: [Bool]) -> StoredColumn {
    let rows = isIn.indices.filter { isIn[$0] }
    return switch self {
    case .integer(let numbers): .integer(rows.map { numbers[$0] })
    case .real(let numbers): .real(rows.map { numbers[$0] })
    case .text(let entries): .text(entries.entries(rows))
    case .blob(let entries): .blob(entries.entries(rows))
    }
  }
}
