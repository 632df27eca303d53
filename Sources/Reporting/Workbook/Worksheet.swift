/// A sheet of a workbook: one table, with its title above and its footnotes below.
public struct Worksheet: Sendable, Equatable {
  /// The wished name; `SheetName` makes it acceptable and unique.
  public var name: String
  public var table: ReportTable
  /// Columns on the left that stay in view.
  public var frozenColumns: Int

  public init(name: String, table: ReportTable, frozenColumns: Int = 0) {
    self.name = name
    self.table = table
    self.frozenColumns = min(max(frozenColumns, 0), table.columns.count)
  }
}
