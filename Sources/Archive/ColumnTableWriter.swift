internal import CSQLite
internal import Glibc

/// Writes a table column by column into a file beside a database; `finish` makes it a table of that
/// database for SQL.
///
/// Rows keep the order in which they come. The same rows in the same portions give the same bytes.
public struct ColumnTableWriter: ~Copyable {
  /// Bytes of a segment from which on it is divided: entries are found with four bytes.
  private static let mostBytes = 1 << 31

  /// Bytes that are handed to the disk together.
  private static let bytesAhead = 1 << 23

  private let path: String
  private let name: String
  private let file: Int32
  private var directory: ColumnDirectory
  /// Bytes written so far.
  private var size: Int
  /// Bytes that the system was asked to bring to the disk.
  private var started = 0
  private var buffer: [UInt8] = []

  /// - Parameters:
  ///   - connection: a database that is being made; the file lies in its folder.
  ///   - table: the table's name, also in SQL.
  /// - Throws: `StoreError` when the file cannot be made or exists already.
  public init(
    _ connection: borrowing Connection, table: String, columns: [TableColumn]
  ) throws(StoreError) {
    name = table
    path = ColumnModule.file(of: table, beside: connection.path)
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    directory = ColumnDirectory(columns: columns)
    size = 0
    guard file >= 0 else { throw .last(SQLITE_CANTOPEN, path) }
    buffer = ColumnDirectory.mark
    try flush()
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Rows so far.
  public var rows: Int { directory.rows }

  /// Adds as many rows as the columns are long, in the order of the table's columns.
  ///
  /// - Throws: `StoreError` when the columns are not those of the table, or there is no room.
  public mutating func append(_ columns: [StoredColumn]) throws(StoreError) {
    let count = columns.first?.count ?? 0
    guard columns.count == directory.columns.count,
      zip(columns, directory.columns).allSatisfy({
        $0.count == count && ($0.kind == $1.kind || ($0.kind == .real && $1.kind == .integer))
      })
    else {
      throw StoreError(
        code: SQLITE_MISUSE,
        message: "\(columns.map { "\($0.count) \($0.kind)" }) for \(directory.columns.map(\.kind))",
        path: path)
    }
    guard count > 0 else { return }
    if count > ColumnSegment.mostRows {
      for first in stride(from: 0, to: count, by: ColumnSegment.mostRows) {
        try append(columns.map { $0[first..<min(first + ColumnSegment.mostRows, count)] })
      }
      return
    }
    if columns.contains(where: { $0.byteCount > Self.mostBytes }) {
      guard count > 1 else {
        throw StoreError(code: SQLITE_TOOBIG, message: "a cell of more than 2 GB", path: path)
      }
      try append(columns.map { $0[0..<count / 2] })
      return try append(columns.map { $0[count / 2..<count] })
    }
    let segment = pack(columns)
    directory.segments.append(segment)
    try flush()
  }

  /// Takes rows out again.
  ///
  /// - Parameter numbers: what the integer column `column` holds in them.
  /// - Returns: the rows as they were appended, in portions, in the order of the file.
  public mutating func remove(
    _ numbers: Set<Int64>, in column: String
  ) throws(StoreError) -> [[StoredColumn]] {
    let written = try ColumnFile(path: path, directory: directory)
    let key = try written.column(column)
    var removed: [[StoredColumn]] = []
    for segment in directory.segments.indices {
      let cells = written.cells(key, segment: segment)
      let isOut = (0..<cells.rows).map { row in cells.integer(row).map(numbers.contains) ?? false }
      guard isOut.contains(true) else { continue }
      let all = try written.columns(segment: segment)
      removed.append(all.map { $0.rows(where: isOut) })
      // What was written stays where it is, unused: few rows are ever taken out.
      directory.segments[segment] = pack(all.map { $0.rows(where: isOut.map { !$0 }) })
      try flush()
    }
    directory.segments.removeAll { $0.rows == 0 }
    return removed
  }

  /// Columns of the rows so far; see `Connection.columns(of:_:where:)`.
  public func columns(
    _ columns: [TableColumn],
    where conditions: [(column: String, range: ClosedRange<Int64>)] = []
  ) throws(StoreError) -> ColumnSet {
    let written = try ColumnFile(path: path, directory: directory)
    return try written.read(columns, try RowSelection(written, conditions))
  }

  /// Puts rows into the buffer.
  private mutating func pack(_ columns: [StoredColumn]) -> ColumnSegment {
    var parts: [ColumnPart] = []
    for column in columns {
      parts.append(ColumnPacking.append(column, to: &buffer, base: size))
    }
    return ColumnSegment(rows: columns.first?.count ?? 0, parts: parts)
  }

  /// Completes the file and declares the table.
  public consuming func finish(_ connection: borrowing Connection) throws(StoreError) {
    let start = size
    buffer = directory.encoded()
    while buffer.count % 8 != 0 { buffer.append(0) }
    for number in [Int64(start), Int64(buffer.count)] {
      withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
    }
    buffer += ColumnDirectory.mark
    try flush()
    try connection.execute(ColumnModule.declaration(of: name))
  }

  /// Writes what is in the buffer, up to a multiple of eight bytes.
  private mutating func flush() throws(StoreError) {
    while buffer.count % 8 != 0 { buffer.append(0) }
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last(SQLITE_IOERR | 3 << 8, path)
      }
      written += count
    }
    size += written
    buffer.removeAll(keepingCapacity: true)
    if size - started >= Self.bytesAhead {
      // The disk starts now: whoever synchronizes the finished file waits for its end only. If this
      // cannot be asked for, that wait is all there is.
      lintan_start_writing(file, Int64(started), Int64(size - started))
      started = size
    }
  }
}
