internal import CSQLite

/// The rows of a query, as columns in the order of the query.
public struct ColumnSet: Sendable, Equatable {
  public let rows: Int
  public let columns: [StoredColumn]
  let path: String
  let sql: String

  public func integers(_ index: Int) throws(StoreError) -> [Int64] {
    guard index < columns.count, case .integer(let values) = columns[index] else {
      throw wrongKind(index, .integer)
    }
    return values
  }

  public func reals(_ index: Int) throws(StoreError) -> [Double] {
    guard index < columns.count, case .real(let values) = columns[index] else {
      throw wrongKind(index, .real)
    }
    return values
  }

  public func texts(_ index: Int) throws(StoreError) -> ByteColumn {
    guard index < columns.count, case .text(let values) = columns[index] else {
      throw wrongKind(index, .text)
    }
    return values
  }

  public func blobs(_ index: Int) throws(StoreError) -> ByteColumn {
    guard index < columns.count, case .blob(let values) = columns[index] else {
      throw wrongKind(index, .blob)
    }
    return values
  }

  private func wrongKind(_ index: Int, _ kind: StoredColumn.Kind) -> StoreError {
    StoreError(
      code: SQLITE_MISUSE, message: "column \(index) was not loaded as \(kind.rawValue)",
      path: path, statement: sql)
  }
}
