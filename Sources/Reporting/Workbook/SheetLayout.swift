/// What has to be known of a sheet before it is written: where its parts stand, how wide its columns
/// are, and which styles it uses.
struct SheetLayout: Sendable {
  private(set) var areas = SheetAreas()
  /// Rows of the sheet, all lines above and below the table included.
  private(set) var rows: Int
  let widths: [Int]
  /// With the reasons behind every `—`.
  let footnotes: [String]
  let styles: SheetStyles

  init(_ sheet: Worksheet, styles: inout StyleSheet) {
    let table = sheet.table
    footnotes = table.columns.isEmpty ? [] : table.allFootnotes
    widths = ColumnWidths.of(table)
    self.styles = SheetStyles(table, footnotes: footnotes, in: &styles)
    rows = (table.title.isEmpty ? 0 : 1) + table.subtitles.count + table.notices.count
    guard !table.columns.isEmpty else { return }
    rows += 1
    areas.headerRow = rows
    if !table.rows.isEmpty {
      areas.filter = SheetAreas.Block(
        firstRow: rows, lastRow: rows + table.rows.count, columns: table.columns.count)
    }
    rows += table.rows.count + (table.total == nil ? 0 : 1) + footnotes.count
  }
}
