/// Finds elements in the XML of a sheet byte by byte. Sheets are written by programs, with plain
/// prefixes; what is written otherwise is not found, and nothing is done about it.
struct SheetMarkup {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A tag with its attributes.
  struct Tag {
    var name: ArraySlice<UInt8>
    /// From `<` to behind `>`.
    var range: Range<Int>
    var isEnd: Bool
    var isEmpty: Bool
  }

  /// The tags from a place on, in order.
  func next(from start: Int) -> Tag? {
    var place = start
    while place < bytes.count {
      guard let open = bytes[place...].firstIndex(of: 0x3C), open + 1 < bytes.count else {
        return nil
      }
      if bytes[open + 1] == 0x21 || bytes[open + 1] == 0x3F {
        place = open + 2
        continue
      }
      guard let close = end(of: open) else { return nil }
      let isEnd = bytes[open + 1] == 0x2F
      let first = open + (isEnd ? 2 : 1)
      let name = bytes[first..<close].prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
      return Tag(
        name: name, range: open..<close + 1, isEnd: isEnd, isEmpty: bytes[close - 1] == 0x2F)
    }
    return nil
  }

  /// A `>` may stand in an attribute.
  private func end(of open: Int) -> Int? {
    var quote: UInt8 = 0
    for place in open..<bytes.count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return place
      }
    }
    return nil
  }

  /// The value of an attribute as written.
  func attribute(_ name: String, of tag: Tag) -> String? {
    guard let place = range(of: name, in: tag) else { return nil }
    return String(decoding: bytes[place], as: UTF8.self)
  }

  private func range(of name: String, in tag: Tag) -> Range<Int>? {
    let wanted = Array((name + "=").utf8)
    var place = tag.range.lowerBound + 1
    while place + wanted.count < tag.range.upperBound {
      if bytes[place - 1] <= 0x20, bytes[place..<place + wanted.count].elementsEqual(wanted) {
        let quote = bytes[place + wanted.count]
        let first = place + wanted.count + 1
        guard let last = bytes[first..<tag.range.upperBound].firstIndex(of: quote) else {
          return nil
        }
        return first..<last
      }
      place += 1
    }
    return nil
  }

  static func isName(_ name: ArraySlice<UInt8>, _ wanted: String) -> Bool {
    name.elementsEqual(wanted.utf8)
  }
}
