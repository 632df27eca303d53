internal import CSQLite

/// Fills one table with many rows, committing every so many of them.
///
/// Several inserters may work on one connection in turn: a transaction is opened by whoever
/// finds none open and closed at the next commit of any of them. Dropping an inserter without
/// `finish()` undoes what was not committed yet. Not for use inside `Connection.transaction`,
/// whose all-or-nothing the commits would break.
public struct BulkInserter: ~Copyable {
  /// The insert statement: bind the parameters 1, 2, … and call `insert()`.
  public let row: Statement
  private let database: Database
  private let columnCount: Int
  private let rowsPerTransaction: Int
  private var pending = 0
  private var finished = false
  /// Rows inserted so far.
  public private(set) var rows = 0

  public init(
    _ connection: borrowing Connection, table: String, columns: [String],
    rowsPerTransaction: Int = 50_000
  ) throws(StoreError) {
    let names = columns.map(Self.quoted).joined(separator: ", ")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    row = try connection.prepare(
      "INSERT INTO \(Self.quoted(table)) (\(names)) VALUES (\(places))")
    database = connection.database
    columnCount = columns.count
    self.rowsPerTransaction = max(1, rowsPerTransaction)
  }

  deinit {
    if !finished { database.rollback() }
  }

  /// Inserts the row bound to `row`.
  public mutating func insert() throws(StoreError) {
    if sqlite3_get_autocommit(database.pointer) != 0 { try database.execute("BEGIN IMMEDIATE") }
    try row.run()
    rows += 1
    pending += 1
    if pending >= rowsPerTransaction { try commit() }
  }

  /// Inserts as many rows as the columns are long, in the order the columns were named.
  /// - Throws: `StoreError` when the columns differ in length or number.
  public mutating func insert(_ columns: [StoredColumn]) throws(StoreError) {
    let count = columns.first?.count ?? 0
    guard columns.count == columnCount, columns.allSatisfy({ $0.count == count }) else {
      throw StoreError(
        code: SQLITE_MISUSE,
        message: "\(columns.count) columns of \(columns.map(\.count)) rows for \(columnCount)",
        path: database.path, statement: row.sql)
    }
    guard count > 0 else { return }
    do {
      try LentColumns.lend(columns) { lent in
        try lent.bindConstants(to: row, from: 1)
        for index in 0..<count {
          try lent.bind(row: index, to: row, from: 1)
          try insert()
        }
      }
    } catch let error as StoreError { throw error } catch {
      throw StoreError(
        code: SQLITE_INTERNAL, message: "\(error)", path: database.path, statement: row.sql)
    }
  }

  /// Makes what was inserted so far permanent.
  public mutating func commit() throws(StoreError) {
    pending = 0
    guard sqlite3_get_autocommit(database.pointer) == 0 else { return }
    try database.execute("COMMIT")
  }

  /// Commits the rest.
  public consuming func finish() throws(StoreError) {
    try commit()
    finished = true
  }

  private static func quoted(_ name: String) -> String {
    var text = "\""
    for character in name.unicodeScalars {
      if character == "\"" { text.unicodeScalars.append(character) }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}
