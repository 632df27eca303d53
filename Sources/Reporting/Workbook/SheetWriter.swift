/// Writes the XML of one worksheet.
struct SheetWriter {
  let sheet: Worksheet
  let isFirst: Bool
  private(set) var styles: StyleSheet
  private(set) var areas = SheetAreas()
  private var data = ""
  private var row = 0
  private var merges: [Int] = []
  private var widths: [Int] = []
  private let columnNames: [String]

  init(sheet: Worksheet, isFirst: Bool, styles: StyleSheet) {
    self.sheet = sheet
    self.isFirst = isFirst
    self.styles = styles
    widths = Self.widths(sheet.table)
    columnNames = (0..<max(sheet.table.columns.count, 1)).map(Self.columnName)
  }

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

  mutating func write() -> String {
    writeRows()
    var xml = WorkbookParts.declaration
    xml += #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    xml += #"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#
    let corner = Self.columnName(max(sheet.table.columns.count - 1, 0)) + "\(max(row, 1))"
    xml += #"<dimension ref="A1:\#(corner)"/>"#
    xml += sheetViews
    xml += #"<sheetFormatPr defaultRowHeight="18" customHeight="1"/>"#
    if !widths.isEmpty {
      xml += "<cols>"
      for (index, width) in widths.enumerated() {
        xml += #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#
      }
      xml += "</cols>"
    }
    xml += "<sheetData>\(data)</sheetData>"
    if let filter = areas.filter { xml += #"<autoFilter ref="\#(filter.relative)"/>"# }
    if !merges.isEmpty, sheet.table.columns.count > 1 {
      let last = Self.columnName(sheet.table.columns.count - 1)
      xml += #"<mergeCells count="\#(merges.count)">"#
      for row in merges { xml += #"<mergeCell ref="A\#(row):\#(last)\#(row)"/>"# }
      xml += "</mergeCells>"
    }
    xml += #"<printOptions horizontalCentered="1"/>"#
    xml += #"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" "#
    xml += #"footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" "#
    xml += #"fitToHeight="0"/><headerFooter><oddFooter>"#
    xml += MarkupText.escape("&L&8\(footer)&R&8第 &P 页 共 &N 页")
    return xml + "</oddFooter></headerFooter></worksheet>\n"
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
    if let header = areas.headerRow {
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
    let table = sheet.table
    if !table.title.isEmpty {
      writeLine(table.title, CellStyle(font: .title), height: 34)
    }
    for line in table.subtitles { writeLine(line, CellStyle(font: .note, wraps: true)) }
    for line in table.notices { writeLine(line, CellStyle(font: .notice, wraps: true), height: 22) }
    guard !table.columns.isEmpty else { return }
    writeHeader()
    for line in table.rows {
      switch line {
      case .group(let name):
        writeLine(
          name, CellStyle(font: .strong, fill: .group, border: .grid, wraps: true), height: 20)
      case .cells(let cells): writeCells(cells, isTotal: false)
      }
    }
    if row > (areas.headerRow ?? row) {
      areas.filter = SheetAreas.Block(
        firstRow: areas.headerRow ?? row, lastRow: row, columns: table.columns.count)
    }
    if let total = table.total { writeCells(total, isTotal: true) }
    for line in table.allFootnotes { writeLine(line, CellStyle(font: .note, wraps: true)) }
  }

  /// One text across all columns.
  private mutating func writeLine(_ text: String, _ style: CellStyle, height: Int = 16) {
    let lines = style.wraps ? linesNeeded(text, width: widths.reduce(0, +)) : 1
    beginRow(height: height * lines)
    merges.append(row)
    let index = styles.index(of: style)
    writeText(text, column: 0, style: index)
    // The other cells of a merged line carry its border and fill.
    if style.border != .none {
      for column in sheet.table.columns.indices.dropFirst() {
        data += #"<c r="\#(columnNames[column])\#(row)" s="\#(index)"/>"#
      }
    }
    data += "</row>"
  }

  private mutating func writeHeader() {
    let hasUnits = sheet.table.columns.contains { !$0.unit.isEmpty }
    beginRow(height: hasUnits ? 36 : 24)
    areas.headerRow = row
    let style = styles.index(
      of: CellStyle(
        font: .heading, fill: .heading, border: .grid, horizontal: .center, wraps: true))
    for (index, column) in sheet.table.columns.enumerated() {
      let unit = column.unit.isEmpty ? "" : "\n（\(column.unit)）"
      writeText(column.heading + unit, column: index, style: style)
    }
    data += "</row>"
  }

  private mutating func writeCells(_ cells: [ReportCell], isTotal: Bool) {
    var lines = 1
    for (index, cell) in cells.enumerated() {
      if case .text(let text) = cell {
        lines = max(lines, linesNeeded(text, width: widths[index]))
      }
    }
    beginRow(height: isTotal ? max(22, 16 * lines) : (lines == 1 ? 18 : 15 * lines + 3))
    for (index, cell) in cells.enumerated() {
      let column = sheet.table.columns[index]
      var style = CellStyle(border: isTotal ? .total : .grid)
      if isTotal {
        style.font = .strong
        style.fill = .total
      }
      switch cell {
      case .number(let value) where value.isFinite:
        style.format = StyleSheet.format(of: column.kind)
        style.horizontal = horizontal(column.alignment)
        data += #"<c r="\#(columnNames[index])\#(row)" s="\#(styles.index(of: style))">"#
        data += "<v>\(value)</v></c>"
      case .text(let text):
        style.format = column.isNumeric ? "General" : "@"
        style.horizontal = horizontal(column.alignment)
        style.wraps = true
        writeText(text, column: index, style: styles.index(of: style))
      case .number, .missing:
        style.horizontal = .center
        writeText(Quantity.missing, column: index, style: styles.index(of: style))
      case .empty:
        data += #"<c r="\#(columnNames[index])\#(row)" s="\#(styles.index(of: style))"/>"#
      }
    }
    data += "</row>"
  }

  private func horizontal(_ alignment: ReportColumn.Alignment) -> CellStyle.Horizontal {
    switch alignment {
    case .leading: .left
    case .centre: .center
    case .trailing: .right
    }
  }

  private mutating func beginRow(height: Int) {
    row += 1
    // 409 points are the tallest row there is.
    data += #"<row r="\#(row)" ht="\#(min(height, 409))" customHeight="1">"#
  }

  private mutating func writeText(_ text: String, column: Int, style: Int) {
    data += #"<c r="\#(columnNames[column])\#(row)" s="\#(style)" t="inlineStr">"#
    data += #"<is><t xml:space="preserve">\#(Self.cellText(text))</t></is></c>"#
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

  private func linesNeeded(_ text: String, width: Int) -> Int {
    let usable = max(width - 1, 1)
    // No character takes more cells than it has bytes.
    if text.utf8.count <= usable, !text.utf8.contains(UInt8(ascii: "\n")) { return 1 }
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += max((DisplayWidth.of(String(line)) + usable - 1) / usable, 1)
    }
    return lines
  }

  /// Wide enough for the headings and for what stands below them, within reason.
  private static func widths(_ table: ReportTable) -> [Int] {
    table.columns.enumerated().map { index, column in
      if let width = column.width { return max(width, 4) }
      // Headings leave room for the filter's button.
      var width = DisplayWidth.of(column.heading) + 4
      if !column.unit.isEmpty { width = max(width, DisplayWidth.of(column.unit) + 5) }
      for case .cells(let cells) in table.rows + (table.total.map { [.cells($0)] } ?? []) {
        width = max(width, DisplayWidth.of(column.display(cells[index])) + 3)
      }
      return min(width, 44)
    }
  }
}
