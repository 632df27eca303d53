internal import CSQLite

/// Shows column files to SQL: a table declared with `declaration(of:)` is read from the file of its
/// name in the folder of the database.
///
/// Tables are read only. Integers may be looked for by their values and by ranges: segments that
/// cannot hold them are passed over, and ascending columns are searched.
enum ColumnModule {
  private static let name = "columns"

  static func declaration(of table: String) -> String {
    "CREATE VIRTUAL TABLE \"\(table)\" USING \(name)"
  }

  /// The file that keeps a table of a database.
  static func file(of table: String, beside database: String) -> String {
    let folder = database.lastIndex(of: "/").map { database[...$0] } ?? ""
    return folder + table + ColumnFile.suffix
  }

  /// Makes the tables of all databases of a connection readable.
  static func register(_ database: Database) throws(StoreError) {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: callbacks)
    // SQLite calls the last function when it drops the module, also after a failure.
    let code = sqlite3_create_module_v2(
      database.pointer, name, module, module,
      { $0?.assumingMemoryBound(to: sqlite3_module.self).deallocate() })
    guard code == SQLITE_OK else { throw database.error(code, statement: nil) }
  }

  private static var callbacks: sqlite3_module {
    var module = sqlite3_module()
    module.xCreate = { ColumnTable.connect($0, $3, $4, $5) }
    module.xConnect = { ColumnTable.connect($0, $3, $4, $5) }
    module.xBestIndex = { ColumnTable.Handle.object(of: $0)?.plan($1) ?? SQLITE_MISUSE }
    module.xDisconnect = { ColumnTable.Handle.release($0) }
    module.xDestroy = { ColumnTable.Handle.release($0) }
    module.xOpen = { ColumnCursor.open($0, $1) }
    module.xClose = { ColumnCursor.Handle.release($0) }
    module.xFilter = { ColumnCursor.Handle.object(of: $0)?.filter($2, $3, $4) ?? SQLITE_MISUSE }
    module.xNext = { ColumnCursor.Handle.object(of: $0)?.next() ?? SQLITE_MISUSE }
    module.xEof = { ColumnCursor.Handle.object(of: $0)?.isAtEnd ?? true ? 1 : 0 }
    module.xColumn = { ColumnCursor.Handle.object(of: $0)?.result($2, to: $1) ?? SQLITE_MISUSE }
    module.xRowid = { ColumnCursor.Handle.object(of: $0)?.rowNumber($1) ?? SQLITE_MISUSE }
    return module
  }
}
