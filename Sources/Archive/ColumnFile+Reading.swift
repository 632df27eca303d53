internal import CSQLite

extension ColumnFile {
  /// The places of the rows that are meant, as ranges in segments, in the order of the file.
  private func runs(_ selection: RowSelection) -> [(segment: Int, rows: Range<Int>)] {
    var runs: [(segment: Int, rows: Range<Int>)] = []
    for segment in directory.segments.indices {
      let candidates = selection.candidates(self, segment: segment)
      if candidates.isEmpty { continue }
      if selection.isSettled(self, segment: segment) {
        runs.append((segment, candidates))
        continue
      }
      for row in candidates where selection.holds(self, segment: segment, row: row) {
        if let last = runs.last, last.segment == segment, last.rows.upperBound == row {
          runs[runs.count - 1].rows = last.rows.lowerBound..<row + 1
        } else {
          runs.append((segment, row..<row + 1))
        }
      }
    }
    return runs
  }

  /// Columns of the rows that are meant, in the order of the file.
  ///
  /// - Parameter names: with what each is to be read as; an integer column without NULL may be read
  ///   as integers or reals, one with NULL as reals only.
  func read(_ wanted: [TableColumn], _ selection: RowSelection) throws(StoreError) -> ColumnSet {
    let runs = runs(selection)
    let count = runs.reduce(0) { $0 + $1.rows.count }
    var columns: [StoredColumn] = []
    for one in wanted {
      let column = try column(one.name)
      switch (one.kind, directory.columns[column].kind) {
      case (.integer, .integer): columns.append(.integer(try integers(column, runs, count)))
      case (.real, .integer), (.real, .real): columns.append(.real(reals(column, runs, count)))
      case (.text, .text): columns.append(.text(try entries(column, runs, count)))
      case (.blob, .blob): columns.append(.blob(try entries(column, runs, count)))
      case (_, let kind):
        throw StoreError(
          code: SQLITE_MISMATCH,
          message: "column '\(one.name)' holds \(kind.rawValue), \(one.kind.rawValue) was expected",
          path: path)
      }
    }
    return ColumnSet(rows: count, columns: columns, path: path, sql: "")
  }

  private func integers(
    _ column: Int, _ runs: [(segment: Int, rows: Range<Int>)], _ count: Int
  ) throws(StoreError) -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(count)
    for run in runs {
      let cells = cells(column, segment: run.segment)
      for row in run.rows {
        guard let number = cells.integer(row) else {
          throw StoreError(
            code: SQLITE_MISMATCH,
            message: "column '\(directory.columns[column].name)' holds NULL", path: path)
        }
        numbers.append(number)
      }
    }
    return numbers
  }

  private func reals(
    _ column: Int, _ runs: [(segment: Int, rows: Range<Int>)], _ count: Int
  ) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    for run in runs {
      let cells = cells(column, segment: run.segment)
      switch cells.form {
      case .real, .constantReal: for row in run.rows { numbers.append(cells.real(row)) }
      default: for row in run.rows { numbers.append(Double(cells.integer(row) ?? 0)) }
      }
    }
    return numbers
  }

  private func entries(
    _ column: Int, _ runs: [(segment: Int, rows: Range<Int>)], _ count: Int
  ) throws(StoreError) -> ByteColumn {
    var entries = ByteColumn()
    entries.ends.reserveCapacity(count)
    for run in runs {
      guard cells(column, segment: run.segment).append(run.rows, to: &entries) else {
        throw Self.damaged(path)
      }
    }
    return entries
  }

  /// Lends the entries of a text or blob column one by one; empty for NULL.
  func forEachEntry(
    _ name: String, _ selection: RowSelection, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let column = try column(name)
    for run in runs(selection) {
      let cells = cells(column, segment: run.segment)
      for row in run.rows {
        guard let entry = cells.entry(row) else { throw Self.damaged(path) }
        try body(entry)
      }
    }
  }

  /// A whole segment, as it was written.
  func columns(segment: Int) throws(StoreError) -> [StoredColumn] {
    let rows = directory.segments[segment].rows
    let all = [(segment: segment, rows: 0..<rows)]
    var columns: [StoredColumn] = []
    for (column, description) in directory.columns.enumerated() {
      switch (description.kind, cells(column, segment: segment).form) {
      case (.text, _): columns.append(.text(try entries(column, all, rows)))
      case (.blob, _): columns.append(.blob(try entries(column, all, rows)))
      case (_, .real), (_, .constantReal): columns.append(.real(reals(column, all, rows)))
      default: columns.append(.integer(try integers(column, all, rows)))
      }
    }
    return columns
  }
}
