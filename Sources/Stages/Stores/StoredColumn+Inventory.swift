internal import Archive
internal import Inventory

extension ByteColumn {
  /// The same bytes; nothing is copied until one of the two is changed.
  init(_ texts: TextColumn) {
    self.init(bytes: texts.bytes, ends: texts.ends)
  }
}

extension ByteColumn {
  /// The texts of terms; runs of one term, which are the rule, are spelt once.
  init<Term: Equatable>(_ terms: [Term], text: (Term) -> String) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(terms.count)
    var spelt: (term: Term, text: [UInt8])?
    for term in terms {
      if let spelt, spelt.term == term {
        bytes.append(contentsOf: spelt.text)
      } else {
        let new = Array(text(term).utf8)
        bytes.append(contentsOf: new)
        spelt = (term, new)
      }
      ends.append(bytes.count)
    }
    self.init(bytes: bytes, ends: ends)
  }

  /// What the texts of a vocabulary mean; each of them is looked up once, since few occur.
  func terms<Term>(_ meaning: (String) -> Term) -> [Term] {
    var known = KeyIndex()
    var terms: [Term] = []
    var last: (range: Range<Int>, number: Int)?
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { row in
        let range = byteRange(row)
        if let last, last.range.count == range.count,
          bytes[last.range].elementsEqual(bytes[range])
        {
          return terms[last.number]
        }
        let (number, isNew) = known.insert(self.bytes[range])
        if isNew { terms.append(meaning(self[row])) }
        last = (range, Int(number))
        return terms[Int(number)]
      }
    }
  }
}

extension TextColumn {
  init(_ entries: ByteColumn) {
    self.init(bytes: entries.bytes, ends: entries.ends)
  }
}
