internal import CSQLite

/// A prepared statement. Parameters are numbered from 1, columns from 0, as SQLite does.
///
/// Its methods do not mutate the value because the state lives behind the handle; like the
/// connection it belongs to, it is used by one thread at a time.
public struct Statement: ~Copyable {
  let database: Database
  let pointer: OpaquePointer
  /// The SQL as given.
  public let sql: String

  init(database: Database, sql: String) throws(StoreError) {
    self.database = database
    self.sql = sql
    var prepared: OpaquePointer?
    var hasMore = false
    let code = sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(
        database.pointer, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &rest)
      if code == SQLITE_OK, let rest, rest.pointee != 0 {
        // Blanks and comments give no statement.
        var second: OpaquePointer?
        hasMore =
          sqlite3_prepare_v2(database.pointer, rest, -1, &second, nil) != SQLITE_OK
          || second != nil
        sqlite3_finalize(second)
      }
      return code
    }
    guard code == SQLITE_OK else { throw database.error(code, statement: sql) }
    guard let prepared else {
      throw StoreError(
        code: SQLITE_MISUSE, message: "empty statement", path: database.path, statement: sql)
    }
    guard !hasMore else {
      sqlite3_finalize(prepared)
      throw StoreError(
        code: SQLITE_MISUSE, message: "more than one statement", path: database.path, statement: sql
      )
    }
    pointer = prepared
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else { throw database.error(code, statement: sql) }
  }

  // MARK: Running

  /// Advances to the next row.
  /// - Returns: false when there is none; the statement can then be bound and stepped anew
  ///   after `reset()`.
  public func step() throws(StoreError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let failure = database.error(code, statement: sql)
      sqlite3_reset(pointer)
      throw failure
    }
  }

  /// Makes the statement ready for another run; what is bound stays bound.
  public func reset() {
    // The code returned repeats the failure of the last step, which was reported there.
    sqlite3_reset(pointer)
  }

  /// Runs a statement without rows once and makes it ready for the next.
  public func run() throws(StoreError) {
    while try step() {}
    sqlite3_reset(pointer)
  }

  // MARK: Binding

  public func bind(_ value: Int64, at index: Int) throws(StoreError) {
    try check(sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: index), value))
  }

  public func bind(_ value: Int, at index: Int) throws(StoreError) {
    try bind(Int64(value), at: index)
  }

  /// NaN is stored as NULL: "unknown" has one form in the file.
  public func bind(_ value: Double, at index: Int) throws(StoreError) {
    guard !value.isNaN else { return try bindNull(at: index) }
    try check(sqlite3_bind_double(pointer, Int32(truncatingIfNeeded: index), value))
  }

  public func bind(_ value: String, at index: Int) throws(StoreError) {
    var text = value
    let code = text.withUTF8 { bindCode(text: $0, at: index) }
    try check(code)
  }

  public func bind(_ value: Value, at index: Int) throws(StoreError) {
    switch value {
    case .integer(let number): try bind(number, at: index)
    case .real(let number): try bind(number, at: index)
    case .text(let text): try bind(text, at: index)
    case .null: try bindNull(at: index)
    }
  }

  public func bindNull(at index: Int) throws(StoreError) {
    try check(sqlite3_bind_null(pointer, Int32(truncatingIfNeeded: index)))
  }

  /// Binds UTF-8 bytes as text; an empty range is the empty text, not NULL.
  public func bind(text: ArraySlice<UInt8>, at index: Int) throws(StoreError) {
    let code = text.withUnsafeBufferPointer { bindCode(text: $0, at: index) }
    try check(code)
  }

  public func bind(text: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = text.withUnsafeBufferPointer { bindCode(text: $0, at: index) }
    try check(code)
  }

  public func bind(text: UnsafeBufferPointer<UInt8>, at index: Int) throws(StoreError) {
    try check(bindCode(text: text, at: index))
  }

  /// Binds bytes as they are; an empty range is the empty blob, not NULL.
  public func bind(blob: ArraySlice<UInt8>, at index: Int) throws(StoreError) {
    let code = blob.withUnsafeBufferPointer { bindCode(blob: $0, at: index) }
    try check(code)
  }

  public func bind(blob: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = blob.withUnsafeBufferPointer { bindCode(blob: $0, at: index) }
    try check(code)
  }

  public func bind(blob: UnsafeBufferPointer<UInt8>, at index: Int) throws(StoreError) {
    try check(bindCode(blob: blob, at: index))
  }

  private func bindCode(text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int32 {
    let parameter = Int32(truncatingIfNeeded: index)
    guard let count = Int32(exactly: text.count) else { return SQLITE_TOOBIG }
    guard count > 0, let start = text.baseAddress else {
      // A null pointer would bind NULL.
      return lintan_bind_text(pointer, parameter, "", 0)
    }
    return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      lintan_bind_text(pointer, parameter, $0, count)
    }
  }

  private func bindCode(blob: UnsafeBufferPointer<UInt8>, at index: Int) -> Int32 {
    let parameter = Int32(truncatingIfNeeded: index)
    guard let count = Int32(exactly: blob.count) else { return SQLITE_TOOBIG }
    guard count > 0 else { return sqlite3_bind_zeroblob(pointer, parameter, 0) }
    return lintan_bind_blob(pointer, parameter, blob.baseAddress, count)
  }

  // MARK: Reading

  public var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  public var columnNames: [String] {
    (0..<sqlite3_column_count(pointer)).map { index in
      sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }
  }

  /// Whether the statement leaves all files as they are.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// What a cell is; nil for NULL.
  public func kind(_ column: Int) -> StoredColumn.Kind? {
    switch sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: nil
    }
  }

  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }

  /// 0 for NULL: ask `isNull` where that matters.
  public func int64(_ column: Int) -> Int64 {
    sqlite3_column_int64(pointer, Int32(truncatingIfNeeded: column))
  }

  /// NaN for NULL.
  public func double(_ column: Int) -> Double {
    isNull(column) ? .nan : sqlite3_column_double(pointer, Int32(truncatingIfNeeded: column))
  }

  /// The empty text for NULL.
  public func string(_ column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a text or blob; they are gone with the next step. Empty for NULL.
  public func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let index = Int32(truncatingIfNeeded: column)
    // Pointer first, length second: asking for the pointer may convert the value.
    let start = sqlite3_column_blob(pointer, index)
    let count = Int(sqlite3_column_bytes(pointer, index))
    return try body(
      UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }
}
