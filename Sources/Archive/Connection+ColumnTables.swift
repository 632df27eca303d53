extension Connection {
  /// Columns of a column table, read without going through SQL.
  ///
  /// - Parameters:
  ///   - columns: with what each is to be read as; an integer column may be read as reals, and has to
  ///     be where it has NULLs, which become NaN.
  ///   - conditions: integer columns and the ranges in which they have to lie.
  /// - Returns: rows in the order in which they were written.
  /// - Throws: `StoreError` for a table or column that is not there, and for a damaged file.
  public func columns(
    of table: String, _ columns: [TableColumn],
    where conditions: [(column: String, range: ClosedRange<Int64>)] = []
  ) throws(StoreError) -> ColumnSet {
    let file = try database.columnFile(of: table)
    return try file.read(columns, try RowSelection(file, conditions))
  }

  /// Lends the entries of a text or blob column of a column table one by one, in the order in which
  /// they were written; empty for NULL.
  public func forEachEntry(
    of table: String, _ column: String,
    where conditions: [(column: String, range: ClosedRange<Int64>)] = [],
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let file = try database.columnFile(of: table)
    try file.forEachEntry(column, try RowSelection(file, conditions), body)
  }
}

extension RowSelection {
  init(
    _ file: ColumnFile, _ conditions: [(column: String, range: ClosedRange<Int64>)]
  ) throws(StoreError) {
    self.conditions = []
    for condition in conditions {
      self.conditions.append((try file.column(condition.column), condition.range))
    }
  }
}
