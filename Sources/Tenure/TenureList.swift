public import Inventory

/// A tenure list as read: its records, what was left out and what was noticed.
public struct TenureList: Sendable, Equatable {
  /// The column taken for a field.
  public struct Column: Sendable, Equatable {
    public var field: TenureField
    /// Counted from 0.
    public var column: Int
    /// As printed; both lines of a heading of two lines, joined by `/`.
    public var heading: String
    /// For areas, the unit that the heading names.
    public var unit: AreaUnit?

    public init(field: TenureField, column: Int, heading: String, unit: AreaUnit? = nil) {
      self.field = field
      self.column = column
      self.heading = heading
      self.unit = unit
    }
  }

  /// Rows of the heading, counted from 0.
  public var headingRows: Range<Int>
  /// In the order of `TenureField`.
  public var columns: [Column]
  /// Headings that mean nothing to the program, in the list's order.
  public var ignoredHeadings: [String]
  public var records: [TenureRecord]
  /// Rows below the heading that are no record; every such row is in here or in `records`.
  public var skippedRows: [SkippedRow]
  public var findings: [TenureFinding]
}
