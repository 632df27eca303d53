/// A column of geometries in well-known binary (OGC 06-103r4: two dimensions, little endian),
/// kept as one run of bytes and the end of each geometry in it. An empty entry is "no geometry".
public struct WKBColumn: Sendable, Equatable {
  public private(set) var bytes: [UInt8]
  /// `ends[i]` is where geometry `i` stops in `bytes`; it starts where the one before stops.
  public private(set) var ends: [Int]

  public init() {
    bytes = []
    ends = []
  }

  /// A column in which no row has a geometry.
  public init(emptyRows: Int) {
    bytes = []
    ends = [Int](repeating: 0, count: emptyRows)
  }

  public var count: Int { ends.count }

  public mutating func reserve(rows: Int, bytesPerRow: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(rows * bytesPerRow)
  }

  public mutating func append(_ geometry: some Sequence<UInt8>) {
    bytes.append(contentsOf: geometry)
    ends.append(bytes.count)
  }

  /// The same for a geometry of another column, without the detour through a generic function of
  /// another module.
  public mutating func append(_ geometry: ArraySlice<UInt8>) {
    bytes.append(contentsOf: geometry)
    ends.append(bytes.count)
  }

  /// Appends some rows of another column in one piece.
  public mutating func append(_ rows: Range<Int>, of other: WKBColumn) {
    guard let last = rows.last else { return }
    let start = other.byteRange(rows.lowerBound).lowerBound
    let shift = bytes.count - start
    bytes.append(contentsOf: other.bytes[start..<other.ends[last]])
    ends.append(contentsOf: other.ends[rows].lazy.map { $0 + shift })
  }

  /// Lets `write` put the bytes of one geometry at the end of the column.
  public mutating func appendRow(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  /// Where the bytes of row `row` lie in `bytes`.
  public func byteRange(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  public subscript(row: Int) -> ArraySlice<UInt8> { bytes[byteRange(row)] }
}
