/// A sheet or delimited file read as a 林权 list.
public struct SheetInspection: Sendable, Equatable, Codable {
  public struct Column: Sendable, Equatable, Codable {
    /// The register's field, such as `certificate`.
    public var field: String
    public var chineseName: String
    /// As a spreadsheet names it: A, B, … AA.
    public var letter: String
    public var heading: String
    /// Unit of areas where the heading names it.
    public var unit: String?
  }

  public struct Skipped: Sendable, Equatable, Codable {
    public var reason: String
    public var chineseReason: String
    public var count: Int
    /// The first such row, counted from 1 as spreadsheets do.
    public var exampleRow: Int
  }

  public struct Noticed: Sendable, Equatable, Codable {
    public var rule: String
    public var severity: String
    public var count: Int
    /// The first such row, counted from 1.
    public var exampleRow: Int
    public var exampleValue: String
  }

  /// Empty for a delimited file.
  public var sheet: String
  public var rows: Int
  public var encoding: EncodingFacts
  /// First and last row of the heading, counted from 1.
  public var headingRows: ClosedRange<Int>
  public var columns: [Column]
  /// The unit of areas that the rows above the heading name, as in 单位：亩.
  public var titleUnit: String?
  public var ignoredHeadings: [String]
  public var records: Int
  public var skipped: [Skipped]
  public var noticed: [Noticed]
  /// Sum of the areas that could be read, ha.
  public var area: Double
  /// Records whose area could be read.
  public var recordsWithArea: Int
}
