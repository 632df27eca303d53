internal import CGDAL

/// An OpenDocument sheet with merged cells, put so that GDAL's driver reads each value in its column.
///
/// The driver takes `covered-table-cell` with a number of repetitions for one column, and all that
/// stands behind it moves to the left: under other heads. Here such cells become plain blank ones,
/// and a text that is merged over several rows stands in each of them.
enum OpenDocumentSheet {
  /// Writes what to open instead of the file to a file in memory, for the caller to remove.
  ///
  /// - Parameter token: told apart from all others of the moment.
  /// - Returns: nil where nothing is merged, and where the file is no such archive.
  static func plain(_ file: String, token: ObjectIdentifier) -> String? {
    let entry = ZipPath.make(archive: file, entry: "content.xml")
    guard let raw = try? RawFile(entry), let bytes = try? raw.prefix(raw.size) else { return nil }
    guard let plain = Self.unmerged(bytes) else { return nil }
    let path = "/vsimem/lintan-sheet-\(UInt(bitPattern: token.hashValue)).ods"
    let content = ZipPath.make(archive: path, entry: "content.xml")
    guard let target = VSIFOpenL(content, "wb") else { return nil }
    let written = plain.withUnsafeBytes { VSIFWriteL($0.baseAddress, 1, $0.count, target) }
    VSIFCloseL(target)
    guard written == plain.count else {
      VSIUnlink(path)
      return nil
    }
    return path
  }

  /// A text merged over rows.
  private struct Span {
    var rowsLeft: Int
    var cell: [UInt8]
  }

  /// - Returns: nil where nothing is merged.
  static func unmerged(_ bytes: [UInt8]) -> [UInt8]? {
    let sheet = SheetMarkup(bytes)
    var result: [UInt8] = []
    var copied = 0
    var place = 0
    var column = 0
    var spans: [Int: Span] = [:]
    var isMerged = false
    while let tag = sheet.next(from: place) {
      place = tag.range.upperBound
      if tag.isEnd { continue }
      if SheetMarkup.isName(tag.name, "table:table") { spans = [:] }
      if SheetMarkup.isName(tag.name, "table:table-row") { column = 0 }
      let isCovered = SheetMarkup.isName(tag.name, "table:covered-table-cell")
      guard isCovered || SheetMarkup.isName(tag.name, "table:table-cell") else { continue }
      let repeated = number("table:number-columns-repeated", tag, sheet)
      let end = tag.isEmpty ? place : sheet.end(of: tag)
      place = end
      if isCovered {
        isMerged = true
        result += bytes[copied..<tag.range.lowerBound]
        copied = end
        cover(column, repeated, &spans, into: &result)
      } else {
        spans[column] = nil
        let rows = number("table:number-rows-spanned", tag, sheet)
        let isText = sheet.attribute("office:value-type", of: tag) == "string"
        if rows > 1, !tag.isEmpty, isText {
          var cell = Array("<table:table-cell office:value-type=\"string\">".utf8)
          cell += bytes[tag.range.upperBound..<end]
          spans[column] = Span(rowsLeft: rows - 1, cell: cell)
        }
      }
      column += repeated
    }
    guard isMerged else { return nil }
    return result + bytes[copied...]
  }

  /// Blank cells, and the text that is merged down over them.
  private static func cover(
    _ first: Int, _ count: Int, _ spans: inout [Int: Span], into result: inout [UInt8]
  ) {
    var blanks = 0
    func write(_ result: inout [UInt8]) {
      if blanks > 0 {
        result += Array("<table:table-cell table:number-columns-repeated=\"\(blanks)\"/>".utf8)
      }
      blanks = 0
    }
    for column in first..<first + count {
      guard var span = spans[column], span.rowsLeft > 0 else {
        blanks += 1
        continue
      }
      write(&result)
      result += span.cell
      span.rowsLeft -= 1
      spans[column] = span
    }
    write(&result)
  }

  private static func number(
    _ name: String, _ tag: SheetMarkup.Tag, _ sheet: SheetMarkup
  ) -> Int {
    let value = sheet.attribute(name, of: tag).flatMap { Int($0) } ?? 1
    return (1...16_384).contains(value) ? value : 1
  }
}

extension SheetMarkup {
  /// Where an element ends; elements of its name do not stand in it.
  fileprivate func end(of tag: Tag) -> Int {
    var place = tag.range.upperBound
    while let other = next(from: place) {
      place = other.range.upperBound
      if other.isEnd, other.name.elementsEqual(tag.name) { break }
    }
    return place
  }
}
