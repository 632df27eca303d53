/// A file the run read.
public struct SourceFacts: Sendable, Equatable {
  /// File name as the run was given it; folders above the data folder do not belong into a report.
  public var path: String
  public var layer: String
  public var rows: Int
  /// What became of the rows; nil for files whose rows are not judged one by one.
  public var outcome: RowOutcome?
  public var encoding: String
  /// Coordinate system, such as `CGCS2000 / 3-degree GK zone 38 (EPSG:4526)`; empty for a table.
  public var crs: String
  /// SHA-256 in hexadecimal.
  public var digest: String

  public init(
    path: String, layer: String, rows: Int, outcome: RowOutcome? = nil, encoding: String,
    crs: String, digest: String
  ) {
    self.outcome = outcome
    self.path = path
    self.layer = layer
    self.rows = rows
    self.encoding = encoding
    self.crs = crs
    self.digest = digest
  }
}
