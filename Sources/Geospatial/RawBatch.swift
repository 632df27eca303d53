public import Geometry
public import Inventory

/// A run of rows of a layer.
public struct RawBatch: Sendable {
  /// A text with bytes that are no character, cut in half by its field or malformed, or one in
  /// another encoding than its table.
  public struct DamagedText: Sendable, Equatable {
    /// Row in this batch.
    public var row: Int
    /// Position in `columns`.
    public var column: Int
    /// True if only half a character at the end was lost, which narrow fields do all the time.
    public var isCutAtEnd: Bool

    /// True for a text in UTF-8 among others in GB 18030: nothing is lost, it was read as UTF-8.
    public var isOtherEncoding: Bool

    public init(row: Int, column: Int, isCutAtEnd: Bool, isOtherEncoding: Bool = false) {
      self.row = row
      self.column = column
      self.isCutAtEnd = isCutAtEnd
      self.isOtherEncoding = isOtherEncoding
    }

    init(row: Int, column: Int, _ damage: TextDecoder.Damage) {
      self.init(
        row: row, column: column, isCutAtEnd: damage == .cutAtEnd,
        isOtherEncoding: damage == .otherEncoding)
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
