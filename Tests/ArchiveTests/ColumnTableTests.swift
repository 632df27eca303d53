import Foundation
import Testing

@testable import Archive

/// Tables kept in column files, against the same rows in a table of SQLite.
@Suite struct ColumnTableTests {
  private static let columns = [
    TableColumn("number", .integer), TableColumn("small", .integer), TableColumn("wide", .integer),
    TableColumn("optional", .integer), TableColumn("amount", .real), TableColumn("name", .text),
    TableColumn("shape", .blob),
  ]

  /// Rows with every kind of cell, in portions of different lengths.
  private static func portions(seed: UInt64, rows: [Int] = [7, 1, 300, 64]) -> [[StoredColumn]] {
    var generator = TestGenerator(state: seed)
    var number: Int64 = 1
    return rows.map { count in
      var columns: [StoredColumn] = []
      columns.append(
        .integer(
          (0..<count).map { _ in
            number += Int64.random(in: 0...3, using: &generator)
            return number
          }))
      columns.append(.integer((0..<count).map { _ in .random(in: -3...3, using: &generator) }))
      columns.append(
        .integer((0..<count).map { _ in .random(in: .min ... .max, using: &generator) }))
      columns.append(
        .real(
          (0..<count).map { _ in
            Bool.random(using: &generator)
              ? .nan : Double(Int.random(in: 0...99, using: &generator))
          }))
      columns.append(
        .real(
          (0..<count).map { _ in
            Bool.random(using: &generator) ? .nan : .random(in: -1e9...1e9, using: &generator)
          }))
      columns.append(
        .text(
          ByteColumn(
            (0..<count).map { _ in
              ["", "杉木", "马尾松 Pinus", "x"].randomElement(using: &generator) ?? ""
            })))
      columns.append(
        .blob(
          ByteColumn(
            (0..<count).map { _ in
              String(repeating: "\u{1}ab", count: .random(in: 0...5, using: &generator))
            })))
      return columns
    }
  }

  /// A database with the rows in a column table `kept` and in a table `plain`.
  private static func database(
    _ folder: Scratch, _ portions: [[StoredColumn]]
  ) throws -> Connection {
    let connection = try Connection(path: folder.path("store.sqlite"), mode: .create)
    try connection.execute(
      """
      CREATE TABLE plain (number INTEGER, small INTEGER, wide INTEGER, optional INTEGER,
        amount REAL, name TEXT, shape BLOB)
      """)
    var writer = try ColumnTableWriter(connection, table: "kept", columns: columns)
    var plain = try BulkInserter(connection, table: "plain", columns: columns.map(\.name))
    for portion in portions {
      try writer.append(portion)
      try plain.insert(portion)
    }
    try plain.finish()
    try writer.finish(connection)
    return connection
  }

  /// All cells of a query as SQLite spells them.
  private static func rows(_ connection: borrowing Connection, _ query: String) throws -> [String] {
    let statement = try connection.prepare(query)
    var rows: [String] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { column in
          statement.isNull(column) ? "NULL" : statement.string(column)
        }.joined(separator: "|"))
    }
    return rows
  }

  private static let quoted =
    "quote(number), quote(small), quote(wide), quote(optional), quote(amount), quote(name), quote(shape)"

  @Test func sqlSeesTheSameCells() throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: 1))
    let kept = try Self.rows(connection, "SELECT rowid, \(Self.quoted) FROM kept")
    #expect(kept == (try Self.rows(connection, "SELECT rowid, \(Self.quoted) FROM plain")))
    #expect(kept.count == 372)
  }

  @Test(arguments: 2...9)
  func conditionsAndOrdersAnswerAsInSQLite(seed: UInt64) throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: seed))
    var generator = TestGenerator(state: seed)
    for _ in 0..<200 {
      var terms: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let column =
          ["number", "small", "optional", "wide", "amount", "name", "rowid"]
          .randomElement(using: &generator) ?? ""
        let bound = ["=", "<", "<=", ">", ">=", "<>", "IS"].randomElement(using: &generator) ?? ""
        let value =
          ["7", "-2", "350", "2.5", "NULL", "'x'", "9223372036854775807", "-9223372036854775808"]
          .randomElement(using: &generator) ?? ""
        terms.append("\(column) \(bound) \(value)")
      }
      let order =
        ["number, rowid", "rowid DESC", "small, rowid", "number DESC, rowid"]
        .randomElement(using: &generator) ?? ""
      let rest = "WHERE \(terms.joined(separator: " AND ")) ORDER BY \(order)"
      let query = "SELECT rowid, \(Self.quoted) FROM"
      #expect(
        try Self.rows(connection, "\(query) kept \(rest)")
          == Self.rows(connection, "\(query) plain \(rest)"), "\(rest)")
    }
  }

  @Test func joinsFindTheirRows() throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: 4))
    func join(_ table: String) -> String {
      """
      SELECT a.rowid, b.rowid FROM plain a JOIN \(table) b ON b.number = a.number + 1
        AND b.small >= a.small ORDER BY a.rowid, b.rowid
      """
    }
    let found = try Self.rows(connection, join("kept"))
    #expect(found == (try Self.rows(connection, join("plain"))))
    #expect(found.count > 20)
  }

  /// Bounds that leave nothing, in any order.
  @Test func emptyRangesHaveNoRows() throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: 9))
    for condition in [
      "number BETWEEN 300 AND 20", "number >= 300 AND number < 20", "number < 20 AND number > 300",
      "small > 2 AND number > 300 AND number < 20",
    ] {
      #expect(try Self.rows(connection, "SELECT * FROM kept WHERE \(condition)") == [])
    }
    #expect(
      try connection.columns(
        of: "kept", [TableColumn("number", .integer)],
        where: [("number", 300...400), ("number", 1...20)]
      ).rows == 0)
  }

  @Test func textsAreLookedUpInJoins() throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: 10))
    func join(_ one: String, _ other: String) -> String {
      """
      SELECT a.rowid, b.rowid FROM \(one) a JOIN \(other) b ON b.name = a.name AND b.small = a.small
      WHERE a.number < 60 ORDER BY a.rowid, b.rowid
      """
    }
    let plan = try Self.rows(connection, "EXPLAIN QUERY PLAN " + join("plain", "kept"))
    #expect(plan.contains { $0.contains("VIRTUAL TABLE INDEX") && $0.contains("5 0") }, "\(plan)")
    let found = try Self.rows(connection, join("plain", "kept"))
    #expect(found == (try Self.rows(connection, join("plain", "plain"))))
    #expect(found == (try Self.rows(connection, join("kept", "kept"))))
    #expect(found.count > 100)
  }

  /// Few values of an ascending column have many rows each: the other column is to be searched.
  @Test func joinsSearchWhereItPays() throws {
    let folder = try Scratch()
    let connection = try Connection(path: folder.path("store.sqlite"), mode: .create)
    let rows: Int64 = 20_000
    for name in ["one", "two"] {
      var writer = try ColumnTableWriter(
        connection, table: name,
        columns: [TableColumn("method", .integer), TableColumn("plot", .integer)])
      for method in 0..<Int64(3) {
        try writer.append([
          .integer(Array(repeating: method, count: Int(rows))), .integer(Array(1...rows)),
        ])
      }
      try writer.finish(connection)
    }
    // A scan for every row would look at 1.2 milliard rows.
    let counts = try Self.rows(
      connection,
      "SELECT count(*) FROM one JOIN two USING (method, plot) WHERE one.method = 2")
    #expect(counts == ["20000"])
    let plan = try Self.rows(
      connection,
      "EXPLAIN QUERY PLAN SELECT 1 FROM one JOIN two USING (method, plot) WHERE one.method = 2")
    #expect(plan.contains { $0.contains("1 0") }, "\(plan)")
  }

  @Test func columnsAreReadWithoutSQL() throws {
    let folder = try Scratch()
    let portions = Self.portions(seed: 5)
    let connection = try Self.database(folder, portions)
    let set = try connection.columns(
      of: "kept",
      [
        TableColumn("number", .integer), TableColumn("optional", .real), TableColumn("name", .text),
      ], where: [("small", -1...2), ("number", 20...400)])
    let same = try connection.columns(
      """
      SELECT number, optional, name FROM plain
      WHERE small BETWEEN -1 AND 2 AND number BETWEEN 20 AND 400 ORDER BY rowid
      """, kinds: [.integer, .real, .text])
    #expect(set.rows > 50)
    #expect(try set.integers(0) == same.integers(0))
    #expect(try set.reals(1).map(\.bitPattern) == same.reals(1).map(\.bitPattern))
    #expect(try set.texts(2) == same.texts(2))
    var shapes: [Int] = []
    try connection.forEachEntry(of: "kept", "shape") { shapes.append($0.count) }
    #expect(
      shapes
        == portions.flatMap { portion in
          guard case .blob(let entries) = portion[6] else { return [Int]() }
          return (0..<entries.count).map { entries.byteRange($0).count }
        })
  }

  @Test func nullAsIntegerIsRefused() throws {
    let folder = try Scratch()
    let connection = try Self.database(folder, Self.portions(seed: 6))
    #expect(throws: StoreError.self) {
      try connection.columns(of: "kept", [TableColumn("optional", .integer)])
    }
    #expect(throws: StoreError.self) {
      try connection.columns(of: "kept", [TableColumn("amount", .integer)])
    }
    #expect(throws: StoreError.self) {
      try connection.columns(of: "kept", [TableColumn("nothing", .integer)])
    }
  }

  @Test func rowsAreTakenOutWholeAndReturned() throws {
    let folder = try Scratch()
    let connection = try Connection(path: folder.path("store.sqlite"), mode: .create)
    let portions = Self.portions(seed: 8)
    var writer = try ColumnTableWriter(connection, table: "kept", columns: Self.columns)
    for portion in portions { try writer.append(portion) }
    func numbers(_ columns: [StoredColumn]) -> [Int64] {
      if case .integer(let numbers) = columns[0] { numbers } else { [] }
    }
    let all = portions.flatMap(numbers)
    // All of the second portion, which has one row, and some of others.
    let out = Set([all[0], all[7], all[100], all[371]])
    let removed = try writer.remove(out, in: "number")
    #expect(removed.flatMap(numbers) == all.filter(out.contains))
    #expect(writer.rows == all.count { !out.contains($0) })
    try writer.finish(connection)
    #expect(
      try Self.rows(connection, "SELECT number FROM kept")
        == all.filter { !out.contains($0) }.map(String.init))
    #expect(
      try Self.rows(connection, "SELECT count(*) FROM kept WHERE number = \(all[100])") == ["0"])
  }

  @Test func sameRowsGiveTheSameBytes() throws {
    var files: [Data] = []
    for _ in 1...2 {
      let folder = try Scratch()
      _ = try Self.database(folder, Self.portions(seed: 11))
      files.append(try Data(contentsOf: URL(fileURLWithPath: folder.path("kept.columns"))))
    }
    #expect(files[0] == files[1])
  }

  @Test func readsFromAnotherDatabase() throws {
    let folder = try Scratch()
    try Self.database(folder, Self.portions(seed: 12)).close()
    let other = try Scratch()
    let connection = try Connection(path: other.path("other.sqlite"), mode: .create)
    let attach = try connection.prepare("ATTACH ? AS one")
    try attach.bindAll([.text(folder.path("store.sqlite"))])
    try attach.run()
    #expect(
      try Self.rows(connection, "SELECT count(*), sum(small) FROM one.kept")
        == Self.rows(connection, "SELECT count(*), sum(small) FROM one.plain"))
  }

  @Test func damagedFilesAreRefusedOrReadWithoutHarm() throws {
    let folder = try Scratch()
    try Self.database(folder, Self.portions(seed: 13, rows: [40])).close()
    let url = URL(fileURLWithPath: folder.path("kept.columns"))
    let whole = try Data(contentsOf: url)
    var refused = 0
    func tryIt(_ bytes: Data) throws {
      try bytes.write(to: url)
      let connection = try Connection(path: folder.path("store.sqlite"), mode: .readOnly)
      do {
        _ = try Self.rows(connection, "SELECT * FROM kept ORDER BY number")
        _ = try connection.columns(of: "kept", [TableColumn("name", .text)])
      } catch is StoreError { refused += 1 }
    }
    for length in stride(from: 0, to: whole.count, by: 61) { try tryIt(whole.prefix(length)) }
    let cuts = refused
    #expect(cuts == (whole.count + 60) / 61)
    for place in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[place] ^= 0xFF
      try tryIt(bytes)
    }
    #expect(refused > cuts + 20)
    try FileManager.default.removeItem(at: url)
    let connection = try Connection(path: folder.path("store.sqlite"), mode: .readOnly)
    #expect(throws: StoreError.self) { try Self.rows(connection, "SELECT * FROM kept") }
  }

  @Test func columnsThatDoNotFitAreRefused() throws {
    let folder = try Scratch()
    let connection = try Connection(path: folder.path("store.sqlite"), mode: .create)
    var writer = try ColumnTableWriter(
      connection, table: "kept", columns: [TableColumn("a", .integer), TableColumn("b", .text)])
    var failures = 0
    let wrong: [[StoredColumn]] = [
      [.integer([1])], [.integer([1]), .text(ByteColumn(["a", "b"]))],
      [.text(ByteColumn(["a"])), .text(ByteColumn(["a"]))], [.integer([1]), .real([1])],
    ]
    for columns in wrong {
      do { try writer.append(columns) } catch { failures += 1 }
    }
    #expect(failures == wrong.count)
    try writer.append([.integer([]), .text(ByteColumn())])
    try writer.finish(connection)
    #expect(try Self.rows(connection, "SELECT * FROM kept") == [])
  }
}

/// SplitMix64.
private struct TestGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
