internal import CSQLite
internal import Glibc

/// A table kept column by column in a file of its own, read where it lies.
///
/// Rows of a county are written once and read a few columns at a time; putting them together row by
/// row, as a table of SQLite does, took longer than computing with them. Where SQL is wanted, the
/// database beside the file shows it as a virtual table (`ColumnModule`).
final class ColumnFile {
  static let suffix = ".columns"

  let path: String
  let directory: ColumnDirectory
  /// The number of rows before each segment.
  let firstRows: [Int]
  let rows: Int
  /// Whether no cell of a column is below the one before it, by column.
  let isAscending: [Bool]
  /// Rows of a text column in the order of their texts, by column.
  private var orders: [Int: [Int32]] = [:]
  /// Text columns in which something was looked for.
  private var asked: Set<Int> = []
  private let memory: UnsafeRawPointer
  private let size: Int

  /// Opens a finished file.
  convenience init(path: String) throws(StoreError) {
    try self.init(path: path, directory: nil)
  }

  /// - Parameter known: the directory of a file that is still being written; nil to read it.
  init(path: String, directory known: ColumnDirectory?) throws(StoreError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last(SQLITE_CANTOPEN, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last(SQLITE_IOERR, path) }
    let size = Int(status.st_size)
    guard size >= ColumnDirectory.mark.count,
      let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), memory != MAP_FAILED
    else { throw Self.damaged(path) }
    let bytes = UnsafeRawBufferPointer(start: memory, count: size)
    guard let directory = known ?? Self.directory(bytes) else {
      munmap(memory, size)
      throw Self.damaged(path)
    }
    self.path = path
    self.directory = directory
    self.memory = UnsafeRawPointer(memory)
    self.size = size
    var firstRows: [Int] = []
    var rows = 0
    for segment in directory.segments {
      firstRows.append(rows)
      rows += segment.rows
    }
    self.firstRows = firstRows
    self.rows = rows
    isAscending = directory.columns.indices.map { column in
      let parts = directory.segments.map { $0.parts[column] }
      return parts.allSatisfy(\.isAscending)
        && zip(parts, parts.dropFirst()).allSatisfy { $0.greatest <= $1.least }
    }
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: memory), size)
  }

  private static func directory(_ bytes: UnsafeRawBufferPointer) -> ColumnDirectory? {
    let mark = ColumnDirectory.mark
    guard bytes.count >= mark.count + ColumnDirectory.trailer, bytes.starts(with: mark),
      bytes.suffix(mark.count).elementsEqual(mark)
    else { return nil }
    let end = bytes.count - ColumnDirectory.trailer
    func number(_ place: Int) -> Int {
      Int(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)))
    }
    let (start, length) = (number(end), number(end + 8))
    guard start >= mark.count, length >= 0, start <= end, length == end - start else { return nil }
    return ColumnDirectory(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), end: start)
  }

  static func damaged(_ path: String) -> StoreError {
    StoreError(code: SQLITE_CORRUPT, message: "not a column file, or damaged", path: path)
  }

  func column(_ name: String) throws(StoreError) -> Int {
    guard let column = directory.columns.firstIndex(where: { $0.name == name }) else {
      throw StoreError(code: SQLITE_ERROR, message: "no such column: \(name)", path: path)
    }
    return column
  }

  /// How many different values an integer column has at most.
  func values(of column: Int) -> Double {
    let parts = directory.segments.map { $0.parts[column] }
    guard let least = parts.map(\.least).min(), let greatest = parts.map(\.greatest).max() else {
      return 1
    }
    return min(Double(max(1, rows)), Double(greatest) - Double(least) + 1)
  }

  /// Whether the rows of a value are found without looking at all rows of a segment.
  func isSearchable(_ column: Int) -> Bool {
    directory.segments.allSatisfy { $0.parts[column].isAscending }
  }

  /// Whether a text is to be looked up. The first time all rows are gone over; who asks again, as a
  /// join does, is worth an order.
  func isWorthOrdering(_ column: Int) -> Bool { !asked.insert(column).inserted }

  /// The rows, counted over all segments, whose text is the one given; ascending.
  func rows(of text: UnsafeRawBufferPointer, in column: Int) -> [Int] {
    let order = order(of: column)
    func precedes(_ row: Int32, _ orSame: Bool) -> Bool {
      guard let entry = entry(column, row: Int(row)) else { return false }
      let difference = Self.compare(entry, text)
      return orSame ? difference <= 0 : difference < 0
    }
    func first(_ orSame: Bool) -> Int {
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(order[middle], orSame) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(false)
    return order[start..<max(start, first(true))].map(Int.init).sorted()
  }

  private func order(of column: Int) -> [Int32] {
    if let known = orders[column] { return known }
    let texts = (0..<rows).map { entry(column, row: $0) }
    let order = (0..<Int32(truncatingIfNeeded: rows)).sorted { one, other in
      guard let a = texts[Int(one)], let b = texts[Int(other)] else { return one < other }
      let difference = Self.compare(a, b)
      return difference != 0 ? difference < 0 : one < other
    }
    orders[column] = order
    return order
  }

  /// By bytes, and a text before those that it begins: negative, zero or positive.
  private static func compare(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Int {
    guard let a = one.baseAddress, let b = other.baseAddress else { return one.count - other.count }
    let difference = Int(memcmp(a, b, min(one.count, other.count)))
    return difference != 0 ? difference : one.count - other.count
  }

  /// The segment of a row that is counted over all segments.
  func segment(of row: Int) -> Int {
    var (low, high) = (0, firstRows.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstRows[middle] <= row { low = middle } else { high = middle }
    }
    return low
  }

  private func entry(_ column: Int, row: Int) -> UnsafeRawBufferPointer? {
    let segment = segment(of: row)
    return cells(column, segment: segment).entry(row - firstRows[segment])
  }

  func cells(_ column: Int, segment: Int) -> ColumnCells {
    let found = directory.segments[segment]
    return ColumnCells(found.parts[column], rows: found.rows, in: memory)
  }
}

extension StoreError {
  /// The failure that the C library just reported.
  static func last(_ code: Int32, _ path: String) -> StoreError {
    let full = errno == ENOSPC || errno == EDQUOT
    return StoreError(
      code: full ? SQLITE_FULL : code, message: String(cString: strerror(errno)), path: path)
  }
}
