/// Where the cells of one column lie for the rows of one segment of a column file.
struct ColumnPart: Equatable {
  enum Form: Int64 {
    /// All cells are `least`.
    case constantInteger = 0
    /// All cells are the number whose bits `least` holds.
    case constantReal = 1
    /// All cells are the bytes of the part.
    case constantBytes = 2
    case int8 = 3
    case int16 = 4
    case int32 = 5
    case int64 = 6
    case real = 7
    /// For each row where its entry ends, four bytes; then the entries themselves.
    case bytes = 8

    /// Bytes of a row; those of entries come on top.
    var width: Int {
      switch self {
      case .constantInteger, .constantReal, .constantBytes: 0
      case .int8: 1
      case .int16: 2
      case .int32, .bytes: 4
      case .int64, .real: 8
      }
    }
  }

  var form: Form
  /// Bytes from the start of the file, a multiple of eight.
  var offset = 0
  /// Bytes.
  var length = 0
  /// What integer cells are not below and not above; everything where this is not known.
  var least = Int64.min
  var greatest = Int64.max
  /// Whether no cell is below the one before it.
  var isAscending = false

  /// Whether some cell may lie in a range.
  func mayHold(_ range: ClosedRange<Int64>) -> Bool {
    switch form {
    case .constantReal, .constantBytes, .real, .bytes: true
    default: least <= range.upperBound && greatest >= range.lowerBound
    }
  }
}

/// Rows of a column file that were written together.
struct ColumnSegment: Equatable {
  /// Bounds what a damaged file can claim: columns of one value take no room, however many rows.
  static let mostRows = 1 << 16

  var rows: Int
  /// One for each column of the file.
  var parts: [ColumnPart]
}
