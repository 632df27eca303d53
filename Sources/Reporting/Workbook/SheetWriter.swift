/// Writes the XML of one worksheet.
struct SheetWriter {
  private let sheet: Worksheet
  private let layout: SheetLayout
  private let isFirst: Bool
  private var xml = MarkupBuffer()
  private var row = 0
  private var merges: [Int] = []
  /// `<c r="A`, by column: the number of the row follows.
  private let openings: [[UInt8]]

  private init(_ sheet: Worksheet, _ layout: SheetLayout, isFirst: Bool) {
    self.sheet = sheet
    self.layout = layout
    self.isFirst = isFirst
    openings = (0..<max(sheet.table.columns.count, 1)).map {
      Array(#"<c r="\#(Self.columnName($0))"#.utf8)
    }
  }

  /// The bytes of a sheet.
  static func write(_ sheet: Worksheet, _ layout: SheetLayout, isFirst: Bool) -> [UInt8] {
    var writer = SheetWriter(sheet, layout, isFirst: isFirst)
    writer.xml.reserve(layout.rows * sheet.table.columns.count * bytesPerCell)
    writer.write()
    return writer.xml.bytes
  }

  /// About as many as a cell takes.
  private static let bytesPerCell = 96

  /// `A` for 0, `AA` for 26.
  static func columnName(_ index: Int) -> String {
    var name = ""
    var rest = index
    repeat {
      name = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }

  private mutating func write() {
    xml.add(WorkbookParts.declaration)
    xml.add(#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    xml.add(#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#)
    let last = Self.columnName(max(sheet.table.columns.count - 1, 0))
    xml.add(#"<dimension ref="A1:\#(last)\#(max(layout.rows, 1))"/>"#)
    xml.add(sheetViews)
    xml.add(#"<sheetFormatPr defaultRowHeight="18" customHeight="1"/>"#)
    if !layout.widths.isEmpty {
      xml.add("<cols>")
      for (index, width) in layout.widths.enumerated() {
        xml.add(
          #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#)
      }
      xml.add("</cols>")
    }
    xml.add("<sheetData>")
    writeRows()
    xml.add("</sheetData>")
    if let filter = layout.areas.filter { xml.add(#"<autoFilter ref="\#(filter.relative)"/>"#) }
    if !merges.isEmpty, sheet.table.columns.count > 1 {
      xml.add(#"<mergeCells count="\#(merges.count)">"#)
      for row in merges { xml.add(#"<mergeCell ref="A\#(row):\#(last)\#(row)"/>"#) }
      xml.add("</mergeCells>")
    }
    xml.add(#"<printOptions horizontalCentered="1"/>"#)
    xml.add(#"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" "#)
    xml.add(#"footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" "#)
    xml.add(#"fitToHeight="0"/><headerFooter><oddFooter>"#)
    xml.add(text: "&L&8\(footer)&R&8第 &P 页 共 &N 页")
    xml.add("</oddFooter></headerFooter></worksheet>\n")
  }

  /// In a page footer `&` starts a command, and 255 characters are the limit.
  private var footer: String {
    var text = ""
    for character in sheet.table.title.prefix(80) {
      text += character == "&" ? "&&" : String(character)
    }
    // A digit right after the font size would be read as part of it.
    return " " + text
  }

  private var sheetViews: String {
    var xml = #"<sheetViews><sheetView showGridLines="0" \#(isFirst ? #"tabSelected="1" "# : "")"#
    xml += #"workbookViewId="0">"#
    if let header = layout.areas.headerRow {
      let columns = sheet.frozenColumns
      let corner = Self.columnName(columns) + "\(header + 1)"
      let pane = columns > 0 ? "bottomRight" : "bottomLeft"
      let split = columns > 0 ? #"xSplit="\#(columns)" "# : ""
      xml += #"<pane \#(split)ySplit="\#(header)" topLeftCell="\#(corner)" "#
      xml += #"activePane="\#(pane)" state="frozen"/><selection pane="\#(pane)" "#
      xml += #"activeCell="\#(corner)" sqref="\#(corner)"/>"#
    }
    return xml + "</sheetView></sheetViews>"
  }

  // MARK: Rows

  private mutating func writeRows() {
    let (table, styles) = (sheet.table, layout.styles)
    if !table.title.isEmpty {
      writeLine(table.title, SheetStyles.titleLine, styles.title, height: 34)
    }
    for line in table.subtitles { writeLine(line, SheetStyles.noteLine, styles.note) }
    for line in table.notices {
      writeLine(line, SheetStyles.noticeLine, styles.notice, height: 22)
    }
    guard !table.columns.isEmpty else { return }
    writeHeader()
    let body = Writing(styles.body, columns: table.columns.count)
    for line in table.rows {
      switch line {
      case .group(let name): writeLine(name, SheetStyles.groupLine, styles.group, height: 20)
      case .cells(let cells):
        let lines = linesNeeded(cells)
        writeCells(cells, body, height: lines == 1 ? 18 : 15 * lines + 3)
      }
    }
    if let total = table.total {
      writeCells(
        total, Writing(styles.total, columns: table.columns.count),
        height: max(22, 16 * linesNeeded(total)))
    }
    for line in layout.footnotes { writeLine(line, SheetStyles.noteLine, styles.note) }
  }

  /// One text across all columns.
  private mutating func writeLine(
    _ text: String, _ style: CellStyle, _ number: Int, height: Int = 16
  ) {
    let lines = style.wraps ? linesNeeded(text, width: layout.widths.reduce(0, +)) : 1
    let row = beginRow(height: height * lines)
    merges.append(self.row)
    writeText(text, column: 0, row, Self.textStart(number))
    // The other cells of a merged line carry its border and fill.
    if style.border != .none {
      for column in sheet.table.columns.indices.dropFirst() {
        xml.add(openings[column])
        xml.add(row)
        xml.add(Self.emptyCell(number))
      }
    }
    xml.add("</row>")
  }

  private mutating func writeHeader() {
    let hasUnits = sheet.table.columns.contains { !$0.unit.isEmpty }
    let row = beginRow(height: hasUnits ? 36 : 24)
    let start = Self.textStart(layout.styles.heading)
    for (index, column) in sheet.table.columns.enumerated() {
      let unit = column.unit.isEmpty ? "" : "\n（\(column.unit)）"
      writeText(column.heading + unit, column: index, row, start)
    }
    xml.add("</row>")
  }

  /// What follows the address of a cell, up to its content; by column.
  private struct Writing {
    var number: [[UInt8]] = []
    var text: [[UInt8]] = []
    var missing: [[UInt8]] = []
    var empty: [[UInt8]] = []

    init(_ styles: SheetStyles.Row, columns: Int) {
      for column in 0..<columns {
        number.append(Array(#"" s="\#(styles[column, .number])"><v>"#.utf8))
        text.append(SheetWriter.textStart(styles[column, .text]))
        missing.append(SheetWriter.textStart(styles[column, .missing]))
        empty.append(SheetWriter.emptyCell(styles[column, .empty]))
      }
    }
  }

  private static func textStart(_ style: Int) -> [UInt8] {
    Array(#"" s="\#(style)" t="inlineStr"><is><t xml:space="preserve">"#.utf8)
  }

  private static func emptyCell(_ style: Int) -> [UInt8] { Array(#"" s="\#(style)"/>"#.utf8) }

  private mutating func writeCells(_ cells: [ReportCell], _ writing: Writing, height: Int) {
    let row = beginRow(height: height)
    for (column, cell) in cells.enumerated() {
      switch cell {
      case .number(let value) where value.isFinite:
        xml.add(openings[column])
        xml.add(row)
        xml.add(writing.number[column])
        xml.add(value.description)
        xml.add("</v></c>")
      case .text(let text): writeText(text, column: column, row, writing.text[column])
      case .number, .missing:
        writeText(Quantity.missing, column: column, row, writing.missing[column])
      case .empty:
        xml.add(openings[column])
        xml.add(row)
        xml.add(writing.empty[column])
      }
    }
    xml.add("</row>")
  }

  /// - Returns: the number of the row, for the addresses of its cells.
  private mutating func beginRow(height: Int) -> [UInt8] {
    row += 1
    // 409 points are the tallest row there is.
    xml.add(#"<row r="\#(row)" ht="\#(min(height, 409))" customHeight="1">"#)
    return Array(String(row).utf8)
  }

  private mutating func writeText(_ text: String, column: Int, _ row: [UInt8], _ start: [UInt8]) {
    xml.add(openings[column])
    xml.add(row)
    xml.add(start)
    xml.add(Self.cellText(text))
    xml.add("</t></is></c>")
  }

  /// Text as a cell stores it: at most 32 767 UTF-16 units, and `_x0041_`, which a reader would
  /// turn into a character, with its first underscore encoded.
  static func cellText(_ text: String) -> String {
    if text.utf8.count <= 32_767, !text.utf8.contains(UInt8(ascii: "_")) {
      return MarkupText.escape(text)
    }
    var kept = text
    if text.utf16.count > 32_767 {
      kept = ""
      var used = 1
      for character in text {
        used += character.utf16.count
        if used > 32_767 { break }
        kept.append(character)
      }
      kept += "…"
    }
    let bytes = Array(kept.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      escaped.append(byte)
      if byte == UInt8(ascii: "_"), isEncodedCharacter(bytes, at: index) {
        escaped += Array("x005F_".utf8)
      }
    }
    return MarkupText.escape(String(decoding: escaped, as: UTF8.self))
  }

  private static func isEncodedCharacter(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[index + 2..<index + 6].allSatisfy {
      Character(Unicode.Scalar($0)).isHexDigit
    }
  }

  // MARK: Measures

  private func linesNeeded(_ cells: [ReportCell]) -> Int {
    var lines = 1
    for (index, cell) in cells.enumerated() {
      if case .text(let text) = cell {
        lines = max(lines, linesNeeded(text, width: layout.widths[index]))
      }
    }
    return lines
  }

  private func linesNeeded(_ text: String, width: Int) -> Int {
    let usable = max(width - 1, 1)
    if !text.utf8.contains(UInt8(ascii: "\n")) {
      // No character takes more cells than it has bytes.
      if text.utf8.count <= usable { return 1 }
      return max((DisplayWidth.of(text) + usable - 1) / usable, 1)
    }
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += max((DisplayWidth.of(String(line)) + usable - 1) / usable, 1)
    }
    return lines
  }
}
