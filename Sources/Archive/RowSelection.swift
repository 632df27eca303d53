/// Which rows of a column file a reader wants: those whose integers lie in ranges.
struct RowSelection {
  var conditions: [(column: Int, range: ClosedRange<Int64>)]

  /// The rows of one segment to look at more closely; empty where none can be meant.
  ///
  /// Ascending columns narrow the range; whether a row of it is meant `holds` tells.
  func candidates(_ file: ColumnFile, segment: Int) -> Range<Int> {
    let found = file.directory.segments[segment]
    var rows = 0..<found.rows
    for condition in conditions {
      let part = found.parts[condition.column]
      guard part.mayHold(condition.range) else { return 0..<0 }
      if part.isAscending, part.form != .constantInteger {
        let cells = file.cells(condition.column, segment: segment)
        let first = cells.firstRow(notBelow: condition.range.lowerBound)
        let last =
          condition.range.upperBound == .max
          ? found.rows : cells.firstRow(notBelow: condition.range.upperBound + 1)
        let (low, high) = (max(rows.lowerBound, first), min(rows.upperBound, last))
        guard low < high else { return 0..<0 }
        rows = low..<high
      }
    }
    return rows
  }

  /// Whether a row is meant.
  func holds(_ file: ColumnFile, segment: Int, row: Int) -> Bool {
    conditions.allSatisfy { condition in
      guard let number = file.cells(condition.column, segment: segment).integer(row) else {
        return false
      }
      return condition.range.contains(number)
    }
  }

  /// Whether every candidate of a segment is meant, so that `holds` need not be asked.
  func isSettled(_ file: ColumnFile, segment: Int) -> Bool {
    conditions.allSatisfy {
      let part = file.directory.segments[segment].parts[$0.column]
      return part.isAscending || part.form == .constantInteger
        || ($0.range.lowerBound <= part.least && part.greatest <= $0.range.upperBound)
    }
  }
}
