public import Geometry
public import Inventory

/// A run of rows of a layer.
public struct RawBatch: Sendable {
  /// A text with bytes that are no character: cut in half by its field, or malformed.
  public struct DamagedText: Sendable, Equatable {
    /// Row in this batch.
    public var row: Int
    /// Position in `columns`.
    public var column: Int
    /// True if only half a character at the end was lost, which narrow fields do all the time.
    public var isCutAtEnd: Bool

    public init(row: Int, column: Int, isCutAtEnd: Bool) {
      self.row = row
      self.column = column
      self.isCutAtEnd = isCutAtEnd
    }
  }

  /// Stands in `geometry` for a shape that the file has and nobody can read: no well-known binary.
  public static let brokenShape: [UInt8] = [0xFF]

  /// The row asked for first.
  public var firstRow: Int
  /// As the format counts features; one per row read.
  public var featureIDs: [Int64]
  /// In the order the fields were asked for.
  public var columns: [SourceColumn]
  /// Empty column if geometry was not asked for.
  public var geometry: WKBColumn
  public var damagedTexts: [DamagedText]

  public var count: Int { featureIDs.count }
}
