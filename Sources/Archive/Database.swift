internal import CSQLite

/// The open handle, shared by a connection and the statements prepared on it so that it is
/// closed after the last of them.
///
/// It is opened without SQLite's own mutex: not `Sendable`, used by one thread at a time.
final class Database {
  let path: String
  private(set) var pointer: OpaquePointer?
  /// Column files beside the database that were read.
  private var columnFiles: [String: ColumnFile] = [:]

  init(path: String, flags: Int32) throws(StoreError) {
    self.path = path
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    pointer = opened
    guard code == SQLITE_OK else {
      // SQLite hands out a handle even for a failed opening; `deinit` closes it.
      throw error(code, statement: nil)
    }
    sqlite3_extended_result_codes(opened, 1)
  }

  deinit {
    sqlite3_close_v2(pointer)
  }

  /// Closes now. Refused while a statement is still alive.
  func close() throws(StoreError) {
    guard pointer != nil else { return }
    let code = sqlite3_close(pointer)
    guard code == SQLITE_OK else { throw error(code, statement: nil) }
    pointer = nil
  }

  func columnFile(of table: String) throws(StoreError) -> ColumnFile {
    if let known = columnFiles[table] { return known }
    let file = try ColumnFile(path: ColumnModule.file(of: table, beside: path))
    columnFiles[table] = file
    return file
  }

  func error(_ code: Int32, statement: String?) -> StoreError {
    let extended = pointer.map { sqlite3_extended_errcode($0) } ?? code
    guard let pointer, extended & 0xFF == code & 0xFF else {
      // The handle remembers another failure than this one (misuse is not recorded there).
      return StoreError(
        code: code, message: String(cString: sqlite3_errstr(code)), path: path,
        statement: statement)
    }
    return StoreError(
      code: extended, message: String(cString: sqlite3_errmsg(pointer)), path: path,
      statement: statement)
  }

  func execute(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(pointer, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, statement: sql) }
  }

  /// Undoes the open transaction, if SQLite has not already done so on its own.
  func rollback() {
    guard let pointer, sqlite3_get_autocommit(pointer) == 0 else { return }
    // Nothing can be done about a failing rollback that closing the file does not do as well.
    _ = sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil)
  }
}
