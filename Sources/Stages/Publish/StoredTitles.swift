internal import Archive
internal import Tenure

/// What `tenure` says of the titles of some 小班, by their positions.
struct StoredTitles {
  /// Nil for 小班 that were not looked at.
  private(set) var titleClass: [TitleClass?]
  private(set) var reasons: [TitleReasonSet]
  /// Clear, untitled, contested, disputed and expiring, each by position; NaN where not known.
  private(set) var shares: [[Double]]

  private static let shareNames = [
    "clear_share", "untitled_share", "contested_share", "disputed_share", "expiring_share",
  ]

  /// - Parameter rows: store rows, ascending as `title` has them.
  init(_ connection: borrowing Connection, rows: [Int64]) throws {
    let set = try connection.columns(
      of: "title",
      [
        TableColumn("subcompartment", .integer), TableColumn("title_class", .text),
        TableColumn("reasons", .integer),
      ] + Self.shareNames.map { TableColumn($0, .real) })
    let titles = try set.integers(0)
    let classes = try set.texts(1).terms { TitleClass(rawValue: $0) ?? .unknown }
    let bits = try set.integers(2)
    let stored = try Self.shareNames.indices.map { try set.reals(3 + $0) }
    titleClass = [TitleClass?](repeating: nil, count: rows.count)
    reasons = [TitleReasonSet](repeating: [], count: rows.count)
    shares = [[Double]](
      repeating: [Double](repeating: .nan, count: rows.count), count: stored.count)
    var next = 0
    for (position, row) in rows.enumerated() {
      while next < titles.count, titles[next] < row { next += 1 }
      guard next < titles.count, titles[next] == row else { continue }
      titleClass[position] = classes[next]
      reasons[position] = TitleReasonSet(rawValue: UInt32(truncatingIfNeeded: bits[next]))
      for share in stored.indices { shares[share][position] = stored[share][next] }
    }
  }
}
