/// A column of UTF-8 texts kept as one run of bytes and the end of each text in it.
///
/// Reading an inventory makes millions of short texts; a `String` for each of them costs more
/// than the reading. A `String` is made only where one is asked for.
public struct TextColumn: Sendable, Equatable {
  /// All texts, one after another, in valid UTF-8.
  public private(set) var bytes: [UInt8]
  /// `ends[i]` is where text `i` stops in `bytes`; it starts where the one before stops.
  public private(set) var ends: [Int]

  public init() {
    bytes = []
    ends = []
  }

  /// - Precondition: `ends` does not decrease, ends at `bytes.count`, and cuts no character.
  public init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  public init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts { append(text) }
  }

  /// The same text in every row.
  public init(repeating text: String, count: Int) {
    let one = Array(text.utf8)
    bytes = []
    bytes.reserveCapacity(one.count * count)
    if !one.isEmpty { for _ in 0..<count { bytes += one } }
    ends = (0..<count).map { ($0 + 1) * one.count }
  }

  public var count: Int { ends.count }

  public mutating func reserve(rows: Int, bytesPerRow: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(rows * bytesPerRow)
  }

  /// Appends a text. The bytes must be valid UTF-8: whoever decodes a file answers for that.
  public mutating func append(utf8: some Sequence<UInt8>) {
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
  }

  /// The same for bytes of another column, without the detour through a generic function of another
  /// module.
  public mutating func append(utf8: ArraySlice<UInt8>) {
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
  }

  public mutating func append(_ text: String) {
    append(utf8: text.utf8)
  }

  /// Lets `write` put any number of bytes at the end of the column; together they become one row.
  public mutating func appendRow(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  public mutating func append(contentsOf other: TextColumn) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.map { $0 + shift })
  }

  /// Where the bytes of row `row` lie in `bytes`.
  public func byteRange(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  public func isEmpty(_ row: Int) -> Bool { byteRange(row).isEmpty }

  public subscript(row: Int) -> String {
    String(decoding: bytes[byteRange(row)], as: UTF8.self)
  }
}
