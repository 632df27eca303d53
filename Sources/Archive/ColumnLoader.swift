internal import CSQLite

/// Collects the rows of a statement into columns.
struct ColumnLoader {
  private let kinds: [StoredColumn.Kind]
  /// Place of each column among those of its own storage.
  private let places: [Int]
  private var integers: [[Int64]] = []
  private var reals: [[Double]] = []
  private var entries: [ByteColumn] = []
  private(set) var rows = 0

  init(kinds: [StoredColumn.Kind]) {
    self.kinds = kinds
    var places: [Int] = []
    for kind in kinds {
      switch kind {
      case .integer:
        places.append(integers.count)
        integers.append([])
      case .real:
        places.append(reals.count)
        reals.append([])
      case .text, .blob:
        places.append(entries.count)
        entries.append(ByteColumn())
      }
    }
    self.places = places
  }

  mutating func append(_ statement: borrowing Statement) throws(StoreError) {
    for column in 0..<kinds.count {
      let type = sqlite3_column_type(statement.pointer, Int32(truncatingIfNeeded: column))
      let place = places[column]
      switch (kinds[column], type) {
      case (.integer, SQLITE_INTEGER): integers[place].append(statement.int64(column))
      case (.real, SQLITE_FLOAT), (.real, SQLITE_INTEGER), (.real, SQLITE_NULL):
        reals[place].append(statement.double(column))
      case (.text, SQLITE_TEXT), (.text, SQLITE_NULL), (.blob, SQLITE_BLOB), (.blob, SQLITE_NULL):
        let index = Int32(truncatingIfNeeded: column)
        let start = sqlite3_column_blob(statement.pointer, index)
        let count = Int(sqlite3_column_bytes(statement.pointer, index))
        entries[place].append(
          UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
      default:
        throw StoreError(
          code: SQLITE_MISMATCH,
          message: "column '\(statement.columnNames[column])' of row \(rows) holds "
            + "\(Self.name(of: type)), \(kinds[column].rawValue) was expected",
          path: statement.database.path, statement: statement.sql)
      }
    }
    rows += 1
  }

  var columns: [StoredColumn] {
    kinds.indices.map { column in
      switch kinds[column] {
      case .integer: .integer(integers[places[column]])
      case .real: .real(reals[places[column]])
      case .text: .text(entries[places[column]])
      case .blob: .blob(entries[places[column]])
      }
    }
  }

  private static func name(of type: Int32) -> String {
    switch type {
    case SQLITE_INTEGER: "integer"
    case SQLITE_FLOAT: "real"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "blob"
    default: "null"
    }
  }
}
