/// The cells of one column in one segment, read where they lie.
struct ColumnCells {
  let form: ColumnPart.Form
  let rows: Int
  private let start: UnsafeRawPointer
  private let length: Int
  private let constant: Int64

  /// - Parameter file: the whole file, to which the part is known to belong.
  init(_ part: ColumnPart, rows: Int, in file: UnsafeRawPointer) {
    form = part.form
    self.rows = rows
    start = file + part.offset
    length = part.length
    constant = part.least
  }

  /// A cell of a column of integers; nil for NULL.
  @inline(__always)
  func integer(_ row: Int) -> Int64? {
    switch form {
    case .constantInteger: constant
    case .int8: Int64(start.load(fromByteOffset: row, as: Int8.self))
    case .int16: Int64(start.load(fromByteOffset: row &* 2, as: Int16.self))
    case .int32: Int64(start.load(fromByteOffset: row &* 4, as: Int32.self))
    case .int64: start.load(fromByteOffset: row &* 8, as: Int64.self)
    case .real, .constantReal: Int64(exactly: real(row))
    case .bytes, .constantBytes: nil
    }
  }

  /// NaN for NULL.
  @inline(__always)
  func real(_ row: Int) -> Double {
    switch form {
    case .real: start.load(fromByteOffset: row &* 8, as: Double.self)
    case .constantReal: Double(bitPattern: UInt64(bitPattern: constant))
    default: .nan
    }
  }

  /// An entry; nil where the file is damaged.
  @inline(__always)
  func entry(_ row: Int) -> UnsafeRawBufferPointer? {
    if form == .constantBytes { return UnsafeRawBufferPointer(start: start, count: length) }
    guard form == .bytes else { return nil }
    let first = row == 0 ? 0 : Int(start.load(fromByteOffset: (row &- 1) &* 4, as: UInt32.self))
    let last = Int(start.load(fromByteOffset: row &* 4, as: UInt32.self))
    guard first <= last, last <= length - rows &* 4 else { return nil }
    return UnsafeRawBufferPointer(start: start + (rows &* 4 + first), count: last - first)
  }

  /// Appends the entries of some rows.
  ///
  /// - Returns: false where the file is damaged.
  func append(_ rows: Range<Int>, to entries: inout ByteColumn) -> Bool {
    guard form == .bytes, let first = entry(rows.lowerBound),
      let last = entry(rows.upperBound - 1), let from = first.baseAddress,
      let to = last.baseAddress, from <= to
    else {
      for row in rows {
        guard let entry = entry(row) else { return false }
        entries.append(entry.assumingMemoryBound(to: UInt8.self))
      }
      return true
    }
    // The entries of neighbouring rows lie next to each other.
    var end = entries.bytes.count
    let length = to - from + last.count
    entries.bytes.append(contentsOf: UnsafeRawBufferPointer(start: from, count: length))
    for row in rows {
      guard let entry = entry(row) else { return false }
      end += entry.count
      entries.ends.append(end)
    }
    return end == entries.bytes.count
  }

  /// The first row of an ascending column whose cell is not below a number.
  func firstRow(notBelow number: Int64) -> Int {
    var (low, high) = (0, rows)
    while low < high {
      let middle = (low + high) / 2
      if integer(middle) ?? .min < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
