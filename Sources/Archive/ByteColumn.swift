/// A column of texts or blobs kept as one run of bytes and the end of each entry in it.
public struct ByteColumn: Sendable, Equatable {
  public internal(set) var bytes: [UInt8]
  /// `ends[i]` is where entry `i` stops in `bytes`; it starts where the one before stops.
  public internal(set) var ends: [Int]

  public init() {
    bytes = []
    ends = []
  }

  /// - Precondition: `ends` does not decrease and does not point beyond `bytes`.
  public init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  public init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      ends.append(bytes.count)
    }
  }

  /// Entries without content.
  public init(emptyEntries count: Int) {
    bytes = []
    ends = Array(repeating: 0, count: count)
  }

  public var count: Int { ends.count }

  public func byteRange(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// The entry as text.
  public subscript(row: Int) -> String {
    String(decoding: bytes[byteRange(row)], as: UTF8.self)
  }

  /// Lets `write` put the bytes of one entry at the end.
  public mutating func appendRow(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  public mutating func reserve(bytes count: Int) {
    bytes.reserveCapacity(count)
  }

  mutating func append(_ entry: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: entry)
    ends.append(bytes.count)
  }

  /// The entries of some rows.
  func entries(_ rows: some Sequence<Int>) -> ByteColumn {
    var found = ByteColumn()
    for row in rows {
      found.bytes.append(contentsOf: bytes[byteRange(row)])
      found.ends.append(found.bytes.count)
    }
    return found
  }
}
