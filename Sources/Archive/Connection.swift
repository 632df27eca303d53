internal import CSQLite
internal import Glibc

/// An open database file.
///
/// Not `Sendable`: one thread at a time uses it. Dropping it closes the file; `close()` also
/// tells whether that succeeded.
public struct Connection: ~Copyable {
  public enum Mode: Sendable {
    /// A new file for the results of one stage; an existing file is refused.
    ///
    /// The rollback journal is kept in memory and nothing is forced to disk: a result becomes
    /// visible only when its folder is renamed, so a crash leaves no half-written result behind
    /// either way. The same statements give the same bytes, and the closed file stands alone.
    case create
    /// An existing file that is part of such a result and still being made.
    case fill
    /// An existing file, with a journal on disk that is gone when the file is closed.
    case readWrite
    /// An existing file that is left as it is.
    case readOnly
  }

  let database: Database

  /// Opens `path`.
  /// - Throws: `StoreError` when the file cannot be opened, is not a database, or (`create`)
  ///   exists already.
  public init(path: String, mode: Mode) throws(StoreError) {
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    switch mode {
    case .create:
      guard access(path, F_OK) != 0 else {
        throw StoreError(code: SQLITE_CANTOPEN, message: "file exists", path: path)
      }
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .fill, .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    }
    let opened = try Database(path: path, flags: flags)
    sqlite3_busy_timeout(opened.pointer, 2000)
    try ColumnModule.register(opened)
    for pragma in Self.pragmas(mode) { try opened.execute("PRAGMA " + pragma) }
    database = opened
  }

  private static func pragmas(_ mode: Mode) -> [String] {
    // Opening reads nothing; asking for the schema version finds out what kind of file it is.
    let common = ["schema_version", "temp_store = MEMORY", "cache_size = -65536"]
    switch mode {
    case .create:
      // The page size has to come before anything else touches the file.
      return [
        "page_size = 8192", "encoding = 'UTF-8'", "auto_vacuum = NONE", "journal_mode = MEMORY",
        "synchronous = OFF", "locking_mode = EXCLUSIVE",
      ] + common
    case .fill:
      return common + ["journal_mode = MEMORY", "synchronous = OFF", "locking_mode = EXCLUSIVE"]
    case .readWrite:
      return common + ["journal_mode = DELETE", "synchronous = NORMAL"]
    case .readOnly:
      return common + ["query_only = ON", "trusted_schema = OFF"]
    }
  }

  public var path: String { database.path }

  /// Closes the file now.
  /// - Throws: `StoreError` when a statement of this connection is still alive.
  public consuming func close() throws(StoreError) {
    try database.close()
  }

  /// Runs one or more statements that return nothing of interest.
  public func execute(_ sql: String) throws(StoreError) {
    try database.execute(sql)
  }

  public func prepare(_ sql: String) throws(StoreError) -> Statement {
    try Statement(database: database, sql: sql)
  }

  /// Runs `body` so that either all it did is in the file or, when it throws, nothing of it.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try database.execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try database.execute("COMMIT")
      return result
    } catch {
      database.rollback()
      throw error
    }
  }

  /// The row number given by the last insert.
  public var lastRowID: Int64 { sqlite3_last_insert_rowid(database.pointer) }

  /// The number of rows the last statement inserted, updated or deleted.
  public var changes: Int64 { sqlite3_changes64(database.pointer) }

  /// SQLite's version, for fingerprints and run records.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
