/// Cells that a workbook records as merged over several rows. The text stands in the first of them
/// only; it is meant for all.
///
/// Numbers are left alone: an area over three rows is the area of all three together. So are cells
/// merged over columns: those are titles and groups of headings.
enum MergedCells {
  struct Area: Equatable {
    var rows: ClosedRange<Int>
    var column: Int
  }

  static func fill(_ rows: inout [[String]], sheet: Int, of path: String) {
    for area in areas(sheet: sheet, of: path) {
      guard area.rows.lowerBound < rows.count, area.column < rows[area.rows.lowerBound].count else {
        continue
      }
      let text = rows[area.rows.lowerBound][area.column]
      guard isText(text) else { continue }
      for row in area.rows.dropFirst() where row < rows.count {
        while rows[row].count <= area.column { rows[row].append("") }
        if rows[row][area.column].isEmpty { rows[row][area.column] = text }
      }
    }
  }

  /// Long runs of digits are numbers of certificates or villages.
  private static func isText(_ text: String) -> Bool {
    let isNumber = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D }
    return !text.isEmpty && (!isNumber || text.utf8.count >= 6 && !text.contains("."))
  }

  private static func areas(sheet: Int, of path: String) -> [Area] {
    guard let part = part(sheet: sheet, of: path), let bytes = bytes(part, of: path) else {
      return []
    }
    let markup = SheetMarkup(bytes)
    var areas: [Area] = []
    // They stand behind the rows.
    let rows = bytes.count > 4096 ? lastRows(bytes) : 0
    var place = rows
    while let tag = markup.next(from: place) {
      place = tag.range.upperBound
      guard SheetMarkup.isName(tag.name, "mergeCell"), !tag.isEnd,
        let area = markup.attribute("ref", of: tag).flatMap(area)
      else { continue }
      areas.append(area)
    }
    return areas
  }

  /// Where the rows of a sheet end.
  private static func lastRows(_ bytes: [UInt8]) -> Int {
    let end = Array("</sheetData>".utf8)
    var place = bytes.count - end.count
    while place > 0 {
      if bytes[place] == 0x3C, bytes[place..<place + end.count].elementsEqual(end) { return place }
      place -= 1
    }
    return 0
  }

  /// `B4:B7`; nil for one row, and for several columns.
  static func area(_ reference: String) -> Area? {
    let ends = reference.split(separator: ":").compactMap { cell($0) }
    guard ends.count == 2, ends[0].column == ends[1].column, ends[0].row < ends[1].row else {
      return nil
    }
    return Area(rows: ends[0].row...ends[1].row, column: ends[0].column)
  }

  private static func cell(_ text: Substring) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { 0x41...0x5A ~= $0 }
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)),
      (1...1_048_576).contains(row)
    else { return nil }
    return (row - 1, letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1)
  }

  /// The file of a sheet within the workbook.
  private static func part(sheet: Int, of path: String) -> String? {
    guard let book = bytes("xl/workbook.xml", of: path),
      let links = bytes("xl/_rels/workbook.xml.rels", of: path)
    else { return nil }
    let sheets = attributes("r:id", of: "sheet", in: book)
    guard sheet < sheets.count else { return nil }
    let markup = SheetMarkup(links)
    var place = 0
    while let tag = markup.next(from: place) {
      place = tag.range.upperBound
      guard SheetMarkup.isName(tag.name, "Relationship"),
        markup.attribute("Id", of: tag) == sheets[sheet],
        let target = markup.attribute("Target", of: tag)
      else { continue }
      return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return nil
  }

  private static func attributes(_ name: String, of element: String, in bytes: [UInt8]) -> [String]
  {
    let markup = SheetMarkup(bytes)
    var values: [String] = []
    var place = 0
    while let tag = markup.next(from: place) {
      place = tag.range.upperBound
      if SheetMarkup.isName(tag.name, element), let value = markup.attribute(name, of: tag) {
        values.append(value)
      }
    }
    return values
  }

  private static func bytes(_ part: String, of path: String) -> [UInt8]? {
    guard let file = try? RawFile(ZipPath.make(archive: path, entry: part)) else { return nil }
    return try? file.prefix(file.size)
  }
}
