/// The cells of a sheet as texts, rows from the top.
public struct CellGrid: Sendable, Equatable {
  public var path: String
  public var sheet: String
  /// Rows may have different lengths; cells have no blanks at either end. Numbers are written
  /// without a needless fraction, dates as ISO 8601.
  public var rows: [[String]]
  public var encoding: EncodingDecision

  public init(path: String, sheet: String, rows: [[String]], encoding: EncodingDecision) {
    self.path = path
    self.sheet = sheet
    self.rows = rows
    self.encoding = encoding
  }
}
