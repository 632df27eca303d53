internal import CSQLite

extension Connection {
  /// Loads all rows of a query as columns.
  ///
  /// NULL becomes NaN in a real column and the empty text or blob in those; in an integer column
  /// it is an error, so say `COALESCE` in the query where it may occur. A value of another type
  /// than asked for is an error too (an integer is accepted as a real).
  /// - Parameters:
  ///   - arguments: bound to the parameters 1, 2, …
  ///   - kinds: one for each column of the query.
  public func columns(
    _ sql: String, _ arguments: [Value] = [], kinds: [StoredColumn.Kind]
  ) throws(StoreError) -> ColumnSet {
    let statement = try prepare(sql)
    guard statement.columnCount == kinds.count else {
      throw StoreError(
        code: SQLITE_MISUSE,
        message: "the query has \(statement.columnCount) columns, \(kinds.count) were asked for",
        path: path, statement: sql)
    }
    try statement.bindAll(arguments)
    var loader = ColumnLoader(kinds: kinds)
    while try statement.step() { try loader.append(statement) }
    return ColumnSet(rows: loader.rows, columns: loader.columns, path: path, sql: sql)
  }

  /// The single integer a query answers with; nil for no row or NULL.
  public func integer(_ sql: String, _ arguments: [Value] = []) throws(StoreError) -> Int64? {
    let statement = try prepare(sql)
    try statement.bindAll(arguments)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.int64(0)
  }

  /// The single text a query answers with; nil for no row or NULL.
  public func text(_ sql: String, _ arguments: [Value] = []) throws(StoreError) -> String? {
    let statement = try prepare(sql)
    try statement.bindAll(arguments)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.string(0)
  }

  /// The single number a query answers with; NaN for no row or NULL.
  public func real(_ sql: String, _ arguments: [Value] = []) throws(StoreError) -> Double {
    let statement = try prepare(sql)
    try statement.bindAll(arguments)
    return try statement.step() ? statement.double(0) : .nan
  }
}

extension Statement {
  /// Binds the parameters 1, 2, …
  public func bindAll(_ arguments: [Value]) throws(StoreError) {
    for (index, argument) in arguments.enumerated() { try bind(argument, at: index + 1) }
  }
}
