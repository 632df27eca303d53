internal import Archive
internal import Inventory

extension ByteColumn {
  /// The same bytes; nothing is copied until one of the two is changed.
  init(_ texts: TextColumn) {
    self.init(bytes: texts.bytes, ends: texts.ends)
  }
}

extension TextColumn {
  init(_ entries: ByteColumn) {
    self.init(bytes: entries.bytes, ends: entries.ends)
  }
}

extension Statement {
  /// Binds one row of a column.
  func bind(_ column: StoredColumn, row: Int, at index: Int) throws(StoreError) {
    switch column {
    case .integer(let numbers): try bind(numbers[row], at: index)
    case .real(let numbers): try bind(numbers[row], at: index)
    case .text(let texts): try bind(text: texts.bytes[texts.byteRange(row)], at: index)
    case .blob(let blobs): try bind(blob: blobs.bytes[blobs.byteRange(row)], at: index)
    }
  }
}
