import Archive
import Testing

@Suite struct ColumnTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  static let columns: [StoredColumn] = [
    .integer([3, -1, Int64.max]), .real([0.1, .infinity, -0.0]),
    .text(ByteColumn(["杉木", "", "a\u{0}b"])),
    .blob(ByteColumn(bytes: [0, 255, 7], ends: [2, 2, 3])),
  ]

  func load(_ name: String, rows: Int, threshold: Int) throws {
    let connection = try Connection(path: scratch.path(name), mode: .create)
    try connection.execute("CREATE TABLE plot (id INTEGER, area REAL, species TEXT, shape BLOB)")
    var inserter = try BulkInserter(
      connection, table: "plot", columns: ["id", "area", "species", "shape"],
      rowsPerTransaction: threshold)
    for row in 0..<rows {
      try inserter.row.bind(row, at: 1)
      try inserter.row.bind(Double(row) / 7, at: 2)
      try inserter.row.bind("杉木\(row)", at: 3)
      try inserter.row.bind(blob: [UInt8(row & 0xFF), 0][...], at: 4)
      try inserter.insert()
    }
    try inserter.finish()
    try connection.execute("CREATE UNIQUE INDEX plot_id ON plot (id)")
    try connection.close()
  }

  @Test func columnsComeBackAsTheyWereWritten() throws {
    let connection = try Connection(path: scratch.path("a.db"), mode: .create)
    try connection.execute(
      "CREATE TABLE \"小班 \"\"1\"\"\" (a INTEGER, \"b c\" REAL, d TEXT, e BLOB)")
    var inserter = try BulkInserter(
      connection, table: "小班 \"1\"", columns: ["a", "b c", "d", "e"])
    try inserter.insert(Self.columns)
    #expect(inserter.rows == 3)
    try inserter.finish()
    let read = try connection.columns(
      "SELECT * FROM \"小班 \"\"1\"\"\" ORDER BY rowid", kinds: [.integer, .real, .text, .blob])
    #expect(read.rows == 3)
    #expect(read.columns == Self.columns)
    #expect(try read.reals(1)[2].sign == .plus, "SQLite keeps no negative zero")
    #expect(try read.texts(2)[2] == "a\u{0}b")
    #expect(throws: StoreError.self) { try read.integers(1) }
    #expect(throws: StoreError.self) { try read.integers(9) }
  }

  @Test func unknownNumbersAreNullAndComeBackUnknown() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute("CREATE TABLE t (x REAL)")
    var inserter = try BulkInserter(connection, table: "t", columns: ["x"])
    try inserter.insert([.real([1, .nan, 3])])
    try inserter.finish()
    #expect(try connection.integer("SELECT count(*) FROM t WHERE x IS NULL") == 1)
    let values = try connection.columns("SELECT x FROM t ORDER BY rowid", kinds: [.real]).reals(0)
    #expect(values[0] == 1 && values[1].isNaN && values[2] == 3)
  }

  @Test func argumentsSelectARange() throws {
    try load("a.db", rows: 100, threshold: 30)
    let connection = try Connection(path: scratch.path("a.db"), mode: .readOnly)
    let read = try connection.columns(
      "SELECT id, species FROM plot WHERE rowid BETWEEN ? AND ?", [11, 20],
      kinds: [.integer, .text])
    #expect(try read.integers(0) == Array(10...19))
    #expect(try read.texts(1)[9] == "杉木19")
  }

  @Test(arguments: [
    ("SELECT 'abc'", StoredColumn.Kind.integer), ("SELECT NULL", .integer),
    ("SELECT 1.5", .integer),
    ("SELECT 'abc'", .real), ("SELECT 1", .text), ("SELECT 'abc'", .blob), ("SELECT x'00'", .text),
  ])
  func aValueOfAnotherTypeIsAnErrorAndNotAGuess(sql: String, kind: StoredColumn.Kind) throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    do {
      _ = try connection.columns(sql, kinds: [kind])
      Issue.record("accepted")
    } catch {
      #expect(error.code == 20)
      #expect(error.statement == sql)
    }
  }

  @Test func theNumberOfColumnsHasToMatch() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    #expect(throws: StoreError.self) { try connection.columns("SELECT 1, 2", kinds: [.integer]) }
    try connection.execute("CREATE TABLE t (a, b)")
    var inserter = try BulkInserter(connection, table: "t", columns: ["a", "b"])
    var refusals = 0
    do { try inserter.insert([.integer([1])]) } catch { refusals += 1 }
    do { try inserter.insert([.integer([1]), .integer([1, 2])]) } catch { refusals += 1 }
    #expect(refusals == 2)
    #expect(inserter.rows == 0)
  }

  @Test func theSameLoadGivesTheSameBytes() throws {
    try load("a.db", rows: 5000, threshold: 700)
    try load("b.db", rows: 5000, threshold: 700)
    #expect(try scratch.bytes("a.db") == scratch.bytes("b.db"))
    #expect(try scratch.names() == ["a.db", "b.db"])
  }

  @Test func anInserterDroppedWithoutFinishKeepsOnlyWhatWasCommitted() throws {
    let connection = try Connection(path: scratch.path("a.db"), mode: .create)
    try connection.execute("CREATE TABLE t (x)")
    do {
      var inserter = try BulkInserter(connection, table: "t", columns: ["x"], rowsPerTransaction: 4)
      for row in 0..<10 {
        try inserter.row.bind(row, at: 1)
        try inserter.insert()
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM t") == 8)
    // No transaction is left open.
    try connection.transaction { try connection.execute("INSERT INTO t VALUES (1)") }
  }
}
