/// How wide the columns of a sheet are: wide enough for the headings and for what stands below them,
/// within reason.
enum ColumnWidths {
  static func of(_ table: ReportTable) -> [Int] {
    table.columns.enumerated().map { index, column in
      if let width = column.width { return max(width, 4) }
      // Headings leave room for the filter's button.
      var width = DisplayWidth.of(column.heading) + 4
      if !column.unit.isEmpty { width = max(width, DisplayWidth.of(column.unit) + 5) }
      return min(max(width, content(index, of: table) + 3), 44)
    }
  }

  /// The widest cell of a column.
  private static func content(_ index: Int, of table: ReportTable) -> Int {
    let column = table.columns[index]
    var width = 0
    // A number takes no more room than the one farther from zero on its side.
    var (least, greatest): (Double?, Double?)
    func look(at cells: [ReportCell]) {
      if case .number(let value) = cells[index], value.isFinite {
        least = min(least ?? value, value)
        greatest = max(greatest ?? value, value)
      } else {
        width = max(width, DisplayWidth.of(column.display(cells[index])))
      }
    }
    for case .cells(let cells) in table.rows { look(at: cells) }
    if let total = table.total { look(at: total) }
    for value in [least, greatest].compactMap(\.self) {
      width = max(width, DisplayWidth.of(column.display(.number(value))))
    }
    return width
  }
}
