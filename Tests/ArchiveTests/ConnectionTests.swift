import Archive
import Foundation
import Testing

@Suite struct ConnectionTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  struct Refusal: Error, Equatable {}

  func failure(_ body: () throws -> Void) -> StoreError? {
    do {
      try body()
      return nil
    } catch { return error as? StoreError }
  }

  @Test func whatThrowsInsideATransactionLeavesNothing() throws {
    let connection = try Connection(path: scratch.path("a.db"), mode: .create)
    try connection.execute("CREATE TABLE t (x INTEGER)")
    try connection.transaction { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(throws: Refusal()) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)")
        throw Refusal()
      }
    }
    #expect(try connection.integer("SELECT sum(x) FROM t") == 1)
    // And the connection goes on working.
    let three = try connection.transaction { 3 }
    #expect(three == 3)
  }

  @Test func aViolatedConstraintNamesTheStatement() throws {
    let connection = try Connection(path: scratch.path("a.db"), mode: .create)
    try connection.execute("CREATE TABLE t (x INTEGER UNIQUE)")
    let sql = "INSERT INTO t (x) VALUES (?)"
    let insert = try connection.prepare(sql)
    try insert.bind(7, at: 1)
    try insert.run()
    #expect(connection.lastRowID == 1)
    #expect(connection.changes == 1)
    let error = failure { try insert.run() }
    #expect(error?.statement == sql)
    #expect(error?.primaryCode == 19)
    #expect(error?.code == 2067, "the extended code says which constraint: UNIQUE")
    #expect(error?.path == scratch.path("a.db"))
    #expect(error?.message.contains("t.x") == true)
    try insert.bind(8, at: 1)
    try insert.run()
    #expect(try connection.integer("SELECT count(*) FROM t") == 2)
  }

  @Test func aSyntaxErrorNamesTheStatement() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    #expect(failure { _ = try connection.prepare("SELEC 1") }?.statement == "SELEC 1")
    #expect(failure { try connection.execute("FROM") }?.statement == "FROM")
    #expect(failure { _ = try connection.prepare("  -- nothing") }?.message == "empty statement")
  }

  @Test func anExistingFileIsNotCreatedOver() throws {
    try scratch.write([1, 2, 3], to: "a.db")
    #expect(
      failure { _ = try Connection(path: scratch.path("a.db"), mode: .create) }?.message
        == "file exists")
    #expect(try scratch.bytes("a.db") == [1, 2, 3])
  }

  @Test(arguments: [Connection.Mode.readOnly, .readWrite])
  func aMissingFileIsAnErrorAndNotMade(mode: Connection.Mode) throws {
    let error = failure { _ = try Connection(path: scratch.path("none.db"), mode: mode) }
    #expect(error?.primaryCode == 14)
    #expect(try scratch.names() == [])
  }

  @Test func aFileThatIsNoDatabaseIsRefusedWhenOpened() throws {
    try scratch.write(Array(repeating: 0x41, count: 4096), to: "a.db")
    #expect(
      failure { _ = try Connection(path: scratch.path("a.db"), mode: .readOnly) }?.primaryCode
        == 26)
  }

  @Test func aTruncatedDatabaseIsAnErrorAndNotFewerRows() throws {
    let connection = try Connection(path: scratch.path("a.db"), mode: .create)
    try connection.execute(
      """
      CREATE TABLE t (x TEXT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO t SELECT printf('%050d', i) FROM n
      """)
    try connection.close()
    let bytes = try scratch.bytes("a.db")
    try scratch.write(Array(bytes.prefix(bytes.count / 2)), to: "b.db")
    let error = failure {
      let damaged = try Connection(path: scratch.path("b.db"), mode: .readOnly)
      _ = try damaged.columns("SELECT x FROM t", kinds: [.text])
    }
    #expect(error?.primaryCode == 11)
  }

  @Test func aReadOnlyConnectionChangesNothing() throws {
    let made = try Connection(path: scratch.path("a.db"), mode: .create)
    try made.execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
    try made.close()
    let before = try scratch.bytes("a.db")
    let reader = try Connection(path: scratch.path("a.db"), mode: .readOnly)
    #expect(failure { try reader.execute("INSERT INTO t VALUES (2)") }?.primaryCode == 8)
    #expect(try reader.integer("SELECT count(*) FROM t") == 1)
    try reader.close()
    #expect(try scratch.bytes("a.db") == before)
  }

  @Test func aClosedFileStandsAlone() throws {
    let made = try Connection(path: scratch.path("a.db"), mode: .create)
    try made.execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
    try made.close()
    let again = try Connection(path: scratch.path("a.db"), mode: .readWrite)
    try again.transaction { try again.execute("INSERT INTO t VALUES (2)") }
    try again.close()
    #expect(try scratch.names() == ["a.db"])
    // Bytes 18 and 19 say which journal the file needs: 1 is the plain one, 2 a write-ahead log.
    #expect(try scratch.bytes("a.db")[18...19] == [1, 1])
  }

  @Test func closingWithALivingStatementIsRefused() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT 1")
    var refused: StoreError?
    do { try connection.close() } catch { refused = error }
    #expect(refused?.primaryCode == 5)
    #expect(try statement.step(), "the statement keeps the file open")
  }
}
