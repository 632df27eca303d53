/// The areas of a written sheet that the workbook has to know by name.
struct SheetAreas {
  /// A block of cells; rows and columns count from 1 and 0.
  struct Block {
    var firstRow: Int
    var lastRow: Int
    var columns: Int

    var relative: String {
      "A\(firstRow):\(SheetWriter.columnName(columns - 1))\(lastRow)"
    }

    var absolute: String {
      "$A$\(firstRow):$\(SheetWriter.columnName(columns - 1))$\(lastRow)"
    }
  }

  /// The row of headings, repeated on each page.
  var headerRow: Int?
  /// Headings and rows, without the total.
  var filter: Block?
}
