internal import CSQLite

/// Columns lent to a loop that binds them row by row.
///
/// A row of an inventory has thirty cells; taking each out of its column with the counting of
/// references that goes with it, and letting SQLite copy every text, costs more than the insert.
/// Columns that hold nothing, or one integer throughout, are bound once for all rows.
///
/// A statement keeps pointing at the columns after the loop: bind it anew, or drop it, before it
/// is stepped again.
struct LentColumns {
  private enum Cells {
    case integer(UnsafePointer<Int64>)
    case real(UnsafePointer<Double>)
    case text(UnsafePointer<CChar>, ends: UnsafePointer<Int>)
    case blob(UnsafePointer<UInt8>, ends: UnsafePointer<Int>)
  }

  /// Cells that differ from row to row, with the place of their column.
  private var changing: [(place: Int32, cells: Cells)] = []
  private var constant: [(place: Int32, value: Value)] = []

  private init() {}

  /// - Precondition: the columns are equally long.
  static func lend<Result>(
    _ columns: [StoredColumn], _ body: (borrowing LentColumns) throws -> Result
  ) rethrows -> Result {
    try lend(columns, from: 0, LentColumns(), body)
  }

  private static func lend<Result>(
    _ columns: [StoredColumn], from index: Int, _ lent: LentColumns,
    _ body: (borrowing LentColumns) throws -> Result
  ) rethrows -> Result {
    guard index < columns.count else { return try body(lent) }
    var lent = lent
    let place = Int32(truncatingIfNeeded: index)
    if let value = constant(columns[index]) {
      lent.constant.append((place, value))
      return try lend(columns, from: index + 1, lent, body)
    }
    switch columns[index] {
    case .integer(let numbers):
      return try numbers.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { lent.changing.append((place, .integer(start))) }
        return try lend(columns, from: index + 1, lent, body)
      }
    case .real(let numbers):
      return try numbers.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { lent.changing.append((place, .real(start))) }
        return try lend(columns, from: index + 1, lent, body)
      }
    case .text(let entries):
      return try entries.bytes.withUnsafeBytes { bytes in
        try entries.ends.withUnsafeBufferPointer { ends in
          if let start = bytes.baseAddress, let ends = ends.baseAddress {
            lent.changing.append(
              (place, .text(start.assumingMemoryBound(to: CChar.self), ends: ends)))
          }
          return try lend(columns, from: index + 1, lent, body)
        }
      }
    case .blob(let entries):
      return try entries.bytes.withUnsafeBufferPointer { bytes in
        try entries.ends.withUnsafeBufferPointer { ends in
          if let start = bytes.baseAddress, let ends = ends.baseAddress {
            lent.changing.append((place, .blob(start, ends: ends)))
          }
          return try lend(columns, from: index + 1, lent, body)
        }
      }
    }
  }

  private static func constant(_ column: StoredColumn) -> Value? {
    switch column {
    case .integer(let numbers):
      guard let first = numbers.first else { return .null }
      return numbers.allSatisfy { $0 == first } ? .integer(first) : nil
    case .real(let numbers): return numbers.allSatisfy(\.isNaN) ? .null : nil
    case .text(let entries): return entries.bytes.isEmpty ? .text("") : nil
    case .blob(let entries): return entries.bytes.isEmpty ? .null : nil
    }
  }

  /// Binds what is the same in all rows.
  ///
  /// - Parameter first: the parameter of the first column, from 1.
  func bindConstants(to statement: borrowing Statement, from first: Int) throws(StoreError) {
    for (place, value) in constant { try statement.bind(value, at: first + Int(place)) }
  }

  /// Binds one row of the other columns; NaN as NULL.
  @inline(__always)
  func bind(
    row: Int, to statement: borrowing Statement, from first: Int
  ) throws(StoreError) {
    let pointer = statement.pointer
    for (place, cells) in changing {
      let parameter = Int32(truncatingIfNeeded: first) + place
      let code: Int32
      switch cells {
      case .integer(let numbers): code = sqlite3_bind_int64(pointer, parameter, numbers[row])
      case .real(let numbers):
        code =
          numbers[row].isNaN
          ? sqlite3_bind_null(pointer, parameter)
          : sqlite3_bind_double(pointer, parameter, numbers[row])
      case .text(let bytes, let ends):
        let start = row == 0 ? 0 : ends[row - 1]
        guard let count = Int32(exactly: ends[row] - start) else {
          code = SQLITE_TOOBIG
          break
        }
        code = lintan_bind_static_text(pointer, parameter, bytes + start, count)
      case .blob(let bytes, let ends):
        let start = row == 0 ? 0 : ends[row - 1]
        guard let count = Int32(exactly: ends[row] - start) else {
          code = SQLITE_TOOBIG
          break
        }
        code =
          count == 0
          ? sqlite3_bind_null(pointer, parameter)
          : lintan_bind_static_blob(pointer, parameter, bytes + start, count)
      }
      try statement.check(code)
    }
  }
}
