internal import CSQLite

/// A column file as a table of a connection.
final class ColumnTable {
  typealias Handle = ModuleHandle<sqlite3_vtab, ColumnTable>

  let file: ColumnFile

  private init(_ file: ColumnFile) {
    self.file = file
  }

  /// - Parameters:
  ///   - words: the module, the database and the table.
  static func connect(
    _ database: OpaquePointer?, _ words: UnsafePointer<UnsafePointer<CChar>?>?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> Int32 {
    guard let schema = words?[1], let name = words?[2],
      let path = sqlite3_db_filename(database, schema)
    else { return SQLITE_MISUSE }
    let file: ColumnFile
    do {
      file = try ColumnFile(
        path: ColumnModule.file(of: String(cString: name), beside: String(cString: path)))
    } catch {
      message?.pointee = lintan_copied("\(error.path): \(error.message)")
      return error.code
    }
    let columns = file.directory.columns.map { "\"\($0.name)\" \($0.kind.sqlName)" }
    let code = sqlite3_declare_vtab(
      database, "CREATE TABLE \"table\" (\(columns.joined(separator: ", ")))")
    guard code == SQLITE_OK else { return code }
    result?.pointee = Handle.make(sqlite3_vtab(), for: ColumnTable(file))
    return SQLITE_OK
  }

  // MARK: Plans

  /// A bound that a query puts on an integer or text column, as the cursor is told of it.
  enum Bound: Int {
    case equal = 0
    case atLeast = 1
    case above = 2
    case atMost = 3
    case below = 4

    init?(_ operation: UInt8) {
      switch Int32(operation) {
      case SQLITE_INDEX_CONSTRAINT_EQ: self = .equal
      case SQLITE_INDEX_CONSTRAINT_GE: self = .atLeast
      case SQLITE_INDEX_CONSTRAINT_GT: self = .above
      case SQLITE_INDEX_CONSTRAINT_LE: self = .atMost
      case SQLITE_INDEX_CONSTRAINT_LT: self = .below
      default: return nil
      }
    }
  }

  /// Whether texts are compared byte by byte.
  private func isBinary(_ plan: UnsafeMutablePointer<sqlite3_index_info>, _ number: Int) -> Bool {
    sqlite3_vtab_collation(plan, Int32(truncatingIfNeeded: number)).map {
      String(cString: $0) == "BINARY"
    } ?? false
  }

  /// Chooses the bounds that the cursor uses. They are told in the plan's text, a column and a bound
  /// for each argument; SQLite asks about every row again, so nothing hangs on their exactness.
  func plan(_ plan: UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 {
    guard let plan else { return SQLITE_MISUSE }
    var told: [String] = []
    /// Of the rows, as far as bounds tell.
    var share = 1.0
    var isSearched = false
    for number in 0..<Int(plan.pointee.nConstraint) {
      let constraint = plan.pointee.aConstraint[number]
      let column = Int(constraint.iColumn)
      guard constraint.usable != 0, let bound = Bound(constraint.op), column >= 0 else { continue }
      switch (file.directory.columns[column].kind, bound) {
      case (.integer, .equal):
        share /= file.values(of: column)
        isSearched = isSearched || file.isSearchable(column)
      case (.integer, _): share /= 2
      case (.text, .equal) where isBinary(plan, number):
        share /= Double(max(1, file.rows)) / 2
        isSearched = true
      default: continue
      }
      told.append("\(column) \(bound.rawValue)")
      plan.pointee.aConstraintUsage[number].argvIndex = Int32(truncatingIfNeeded: told.count)
    }
    let rows = max(1, Double(file.rows) * share)
    plan.pointee.estimatedRows = Int64(rows)
    // Found rows are read; without a column to search in, all rows are looked at.
    plan.pointee.estimatedCost =
      isSearched
      ? rows + Double(file.directory.segments.count) : rows + Double(file.rows)
    plan.pointee.idxStr = lintan_copied(told.joined(separator: " "))
    plan.pointee.needToFreeIdxStr = 1
    if plan.pointee.nOrderBy == 1 {
      let order = plan.pointee.aOrderBy[0]
      let column = Int(order.iColumn)
      let isStored = column < 0 || file.isAscending[column]
      plan.pointee.orderByConsumed = order.desc == 0 && isStored ? 1 : 0
    }
    return SQLITE_OK
  }
}

extension StoredColumn.Kind {
  fileprivate var sqlName: String {
    switch self {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .blob: "BLOB"
    }
  }
}
