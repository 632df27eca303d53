import Archive
import Testing

@Suite struct StatementTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test(arguments: [Int64.min, -1, 0, 1, 9_007_199_254_740_993, Int64.max] as [Int64])
  func integersComeBackExactly(value: Int64) throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?")
    try statement.bind(value, at: 1)
    #expect(try statement.step())
    #expect(statement.int64(0) == value)
    #expect(try !statement.step())
  }

  @Test(arguments: [
    0.0, 0.1, -1e-300, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, .infinity,
  ])
  func doublesComeBackBitForBit(value: Double) throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?")
    try statement.bind(value, at: 1)
    #expect(try statement.step())
    #expect(statement.double(0).bitPattern == value.bitPattern)
  }

  @Test func notANumberIsNullInTheFileAndNotANumberAgainWhenRead() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?1, ?1 IS NULL")
    try statement.bind(Double.nan, at: 1)
    #expect(try statement.step())
    let isNull = statement.isNull(0)
    #expect(isNull)
    #expect(statement.double(0).isNaN)
    #expect(statement.int64(1) == 1)
  }

  @Test(arguments: ["杉木", "\u{20BB7}野家 𡘙", "a\u{0}b", " ", "e\u{301}"])
  func textsComeBackByteForByte(text: String) throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?1, ?2, ?3, ?4, typeof(?2)")
    let bytes = Array(text.utf8)
    try statement.bind(text, at: 1)
    try statement.bind(text: bytes[...], at: 2)
    try statement.bind(text: bytes.span, at: 3)
    try statement.bind(blob: bytes[...], at: 4)
    #expect(try statement.step())
    for column in 0..<4 {
      #expect(statement.withBytes(column) { Array($0) } == bytes)
      #expect(Array(statement.string(column).utf8) == bytes)
    }
    #expect(statement.string(4) == "text")
  }

  @Test func onlyTheRangeAskedForIsBound() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?1, ?2")
    let bytes = Array("林班小班".utf8)
    try statement.bind(text: bytes[6..<12], at: 1)
    try statement.bind(blob: bytes[0..<3], at: 2)
    #expect(try statement.step())
    #expect(statement.string(0) == "小班")
    #expect(statement.string(1) == "林")
  }

  @Test func emptyTextAndEmptyBlobAreNotNull() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare(
      "SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), ?3, typeof(?5), typeof(?6)")
    try statement.bind("", at: 1)
    try statement.bind(text: [][...], at: 2)
    try statement.bind(blob: [][...], at: 3)
    try statement.bindNull(at: 4)
    // A range that is nowhere is as empty as any other.
    try statement.bind(text: UnsafeBufferPointer(start: nil, count: 0), at: 5)
    try statement.bind(blob: UnsafeBufferPointer(start: nil, count: 0), at: 6)
    #expect(try statement.step())
    #expect((5..<7).map { statement.string($0) } == ["text", "blob"])
    #expect((0..<4).map { statement.string($0) } == ["text", "text", "blob", "null"])
    #expect(statement.withBytes(4) { $0.count } == 0)
  }

  @Test func aStatementIsReusedAfterReset() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?1 * 2 AS doubled")
    #expect(statement.columnNames == ["doubled"])
    for value in 1...3 {
      try statement.bind(value, at: 1)
      #expect(try statement.step())
      #expect(statement.int64(0) == Int64(value) * 2)
      statement.reset()
    }
  }

  @Test func bindingBeyondTheParametersIsRefused() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    let statement = try connection.prepare("SELECT ?1")
    #expect(throws: StoreError.self) { try statement.bind(1, at: 2) }
    #expect(throws: StoreError.self) { try statement.bind(1, at: 0) }
  }
}
