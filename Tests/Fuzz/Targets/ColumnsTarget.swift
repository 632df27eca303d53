@testable import Archive

/// A column file is refused or read, whole or in part, and every way of reading gives the same rows.
enum ColumnsTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let folder = FuzzFolder.shared
    folder.write(bytes, to: "t.columns")
    guard let file = try? ColumnFile(path: folder.path("t.columns")), file.rows < 1 << 20 else {
      return
    }
    let all = RowSelection(conditions: [])
    for (place, column) in file.directory.columns.enumerated() {
      guard let set = try? file.read([column], all) else { continue }
      try hold(set.rows == file.rows && set.columns[0].count == file.rows, "rows were lost")
      guard case .integer(let numbers) = set.columns[0], let some = numbers.last else { continue }
      // Bounds are taken from the file's own words, which may lie: what is found is meant all the same.
      let selection = RowSelection(conditions: [(place, some...some)])
      guard let found = try? file.read([column], selection),
        case .integer(let same) = found.columns[0]
      else { throw Violation("a column that was read cannot be searched") }
      try hold(
        same.allSatisfy { $0 == some } || file.isAscending[place]
          || file.isSearchable(place), "rows that were not asked for")
    }
    for place in file.directory.columns.indices
    where file.directory.columns[place].kind == .text && file.rows > 0 {
      let rows = Array("杉木".utf8).withUnsafeBytes { file.rows(of: $0, in: place) }
      try hold(rows.allSatisfy { $0 < file.rows }, "rows outside")
    }
  }
}
