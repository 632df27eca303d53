internal import CSQLite

/// Where a query is in a column file.
final class ColumnCursor {
  typealias Handle = ModuleHandle<sqlite3_vtab_cursor, ColumnCursor>

  private let file: ColumnFile
  private var selection = RowSelection(conditions: [])
  private var segment = 0
  /// Rows of the segment that are left to be looked at.
  private var rows = 0..<0
  /// Rows after these, counted over all segments, where a text was looked up; the last one first.
  private var listed: [Int]?
  private var isSettled = true
  /// The columns of the segment that were asked for.
  private var cells: [ColumnCells?]

  private init(_ file: ColumnFile) {
    self.file = file
    cells = Array(repeating: nil, count: file.directory.columns.count)
  }

  static func open(
    _ table: UnsafeMutablePointer<sqlite3_vtab>?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
  ) -> Int32 {
    guard let table = ColumnTable.Handle.object(of: table) else { return SQLITE_MISUSE }
    result?.pointee = Handle.make(sqlite3_vtab_cursor(), for: ColumnCursor(table.file))
    return SQLITE_OK
  }

  // MARK: Rows

  /// - Parameter plan: what `ColumnTable.plan` told.
  func filter(
    _ plan: UnsafePointer<CChar>?, _ count: Int32,
    _ arguments: UnsafeMutablePointer<OpaquePointer?>?
  ) -> Int32 {
    let words = plan.map { String(cString: $0) }?.split(separator: " ").compactMap { Int($0) } ?? []
    selection = RowSelection(conditions: [])
    segment = 0
    listed = nil
    for argument in 0..<Int(count) {
      guard words.count > 2 * argument + 1,
        let bound = ColumnTable.Bound(rawValue: words[2 * argument + 1])
      else { return SQLITE_MISUSE }
      let value = arguments?[argument]
      let column = words[2 * argument]
      // What is not looked for here is left to SQLite, which asks again; NULL has no rows.
      switch (sqlite3_value_type(value), file.directory.columns[column].kind) {
      case (SQLITE_INTEGER, .integer):
        let range = bound.range(sqlite3_value_int64(value))
        guard let range else { return end() }
        selection.conditions.append((column, range))
      case (SQLITE_TEXT, .text):
        if listed == nil, file.isWorthOrdering(column) {
          let bytes = UnsafeRawBufferPointer(
            start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
          listed = file.rows(of: bytes, in: column).reversed()
        }
      case (SQLITE_NULL, _): return end()
      default: break
      }
    }
    forgetCells()
    if listed == nil {
      enter()
      settle()
    } else {
      nextListed()
    }
    return SQLITE_OK
  }

  private func end() -> Int32 {
    segment = file.directory.segments.count
    rows = 0..<0
    listed = nil
    return SQLITE_OK
  }

  var isAtEnd: Bool { segment >= file.directory.segments.count }

  func next() -> Int32 {
    if listed != nil {
      nextListed()
    } else {
      rows = rows.lowerBound + 1..<rows.upperBound
      settle()
    }
    return SQLITE_OK
  }

  private func nextListed() {
    while let row = listed?.popLast() {
      let found = file.segment(of: row)
      if found != segment { forgetCells() }
      segment = found
      let place = row - file.firstRows[found]
      rows = place..<place + 1
      if selection.holds(file, segment: found, row: place) { return }
    }
    _ = end()
  }

  private func forgetCells() {
    for column in cells.indices { cells[column] = nil }
  }

  /// Starts with the rows of the segment.
  private func enter() {
    guard !isAtEnd else { return }
    forgetCells()
    rows = selection.candidates(file, segment: segment)
    isSettled = selection.isSettled(file, segment: segment)
  }

  /// Goes on to the next row that is meant, from this one on.
  private func settle() {
    while !isAtEnd {
      while !rows.isEmpty {
        if isSettled || selection.holds(file, segment: segment, row: rows.lowerBound) { return }
        rows = rows.lowerBound + 1..<rows.upperBound
      }
      segment += 1
      enter()
    }
  }

  // MARK: Cells

  func rowNumber(_ number: UnsafeMutablePointer<Int64>?) -> Int32 {
    number?.pointee = Int64(file.firstRows[segment] + rows.lowerBound + 1)
    return SQLITE_OK
  }

  func result(_ column: Int32, to context: OpaquePointer?) -> Int32 {
    let place = Int(column)
    let found = cells[place] ?? file.cells(place, segment: segment)
    cells[place] = found
    let row = rows.lowerBound
    switch file.directory.columns[place].kind {
    case .integer:
      if let number = found.integer(row) { sqlite3_result_int64(context, number) }
    case .real:
      let number = found.real(row)
      if !number.isNaN { sqlite3_result_double(context, number) }
    case .text:
      guard let entry = found.entry(row) else { return SQLITE_CORRUPT }
      lintan_result_static_text(
        context, entry.assumingMemoryBound(to: CChar.self).baseAddress,
        Int32(truncatingIfNeeded: entry.count))
    case .blob:
      guard let entry = found.entry(row) else { return SQLITE_CORRUPT }
      if !entry.isEmpty {
        lintan_result_static_blob(
          context, entry.baseAddress, Int32(truncatingIfNeeded: entry.count))
      }
    }
    return SQLITE_OK
  }
}

extension ColumnTable.Bound {
  /// The integers that a bound leaves; nil for none.
  fileprivate func range(_ number: Int64) -> ClosedRange<Int64>? {
    switch self {
    case .equal: number...number
    case .atLeast: number...Int64.max
    case .above: number == .max ? nil : number + 1...Int64.max
    case .atMost: Int64.min...number
    case .below: number == .min ? nil : Int64.min...number - 1
    }
  }
}
