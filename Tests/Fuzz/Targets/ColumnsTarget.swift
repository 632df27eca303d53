@testable import Archive

/// A column file is refused or read, whole or in part, without leaving its bounds.
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
      // Bounds are taken from the file's own words, which may lie: then other rows may be found, but
      // none that are not there.
      let selection = RowSelection(conditions: [(place, some...some)])
      guard let found = try? file.read([column], selection) else {
        throw Violation("a column that was read cannot be searched")
      }
      try hold(found.rows <= file.rows, "more rows than there are")
    }
    for place in file.directory.columns.indices
    where file.directory.columns[place].kind == .text && file.rows > 0 {
      let rows = Array("杉木".utf8).withUnsafeBytes { file.rows(of: $0, in: place) }
      try hold(rows.allSatisfy { $0 < file.rows }, "rows outside")
    }
  }
}
