internal import CSQLite

/// What SQLite refused, with the file and the statement it refused.
///
/// What to do depends on `code`: a full disk (13) or an unreadable file (10, 14) is for whoever
/// runs the machine; "not a database" (26) or "malformed" (11) means the file is to be restored
/// or, when it lies in the work folder, removed so that the next run makes it again; "busy" (5)
/// means another program has the file open; a constraint (19) in a work file is a fault of the
/// program and worth reporting together with the statement.
public struct StoreError: Error, Sendable, Equatable {
  /// SQLite's extended result code; `primaryCode` is the family it belongs to.
  public var code: Int32
  /// SQLite's own words.
  public var message: String
  /// The database file.
  public var path: String
  /// The SQL that failed; nil where no statement was involved.
  public var statement: String?

  public init(code: Int32, message: String, path: String, statement: String? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.statement = statement
  }

  /// The result code without its extension: 19 for every kind of violated constraint.
  public var primaryCode: Int32 { code & 0xFF }

  /// There is no room left on the disk.
  public var isFull: Bool { primaryCode == SQLITE_FULL }

  /// The file could not be written, as opposed to read.
  public var isWriting: Bool {
    switch code {
    case SQLITE_FULL, SQLITE_READONLY: true
    // SQLITE_IOERR with _WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE; the macros are expressions in C.
    case SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 4 << 8, SQLITE_IOERR | 5 << 8,
      SQLITE_IOERR | 6 << 8:
      true
    default: false
    }
  }
}
