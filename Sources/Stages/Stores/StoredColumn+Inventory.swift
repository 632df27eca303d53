internal import Archive
internal import Inventory

extension ByteColumn {
  /// The same bytes; nothing is copied until one of the two is changed.
  init(_ texts: TextColumn) {
    self.init(bytes: texts.bytes, ends: texts.ends)
  }
}

extension ByteColumn {
  /// What the texts of a vocabulary mean; each of them is looked up once, since few occur.
  func terms<Term>(_ meaning: (String) -> Term) -> [Term] {
    var known = KeyIndex()
    var terms: [Term] = []
    return (0..<count).map { row in
      let (number, isNew) = known.insert(bytes[byteRange(row)])
      if isNew { terms.append(meaning(self[row])) }
      return terms[Int(number)]
    }
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
