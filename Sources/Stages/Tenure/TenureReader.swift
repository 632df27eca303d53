internal import Archive
internal import Inventory
internal import Tenure

/// Reads `tenure.sqlite` back: title and burden of every 小班, by store row.
struct TenureReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `tenure`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + TenureSchema.fileName, mode: .readOnly)
  }

  /// What rules look at, in the order of `rows`.
  struct Columns: Sendable {
    var titleClass: [TitleClass] = []
    var reasons: [TitleReasonSet] = []
    var term: [TermStanding] = []
    var evidence: [ClaimEvidence?] = []
    /// Shares of the 小班's area; NaN where not known.
    var excludedShare: [Double] = []
    /// Of the crediting period that is burdened most; see `creditedShares`.
    var creditedShare: [Double] = []
    /// Whether the run has sources of the kind at all.
    var hasExclusions = false
    var hasCredited = false
  }

  /// - Parameter rows: store rows in ascending order, as `title` holds them.
  func columns(rows: [Int64]) throws -> Columns {
    let titles = try connection.columns(
      of: "title",
      [
        TableColumn("subcompartment", .integer), TableColumn("title_class", .text),
        TableColumn("reasons", .integer), TableColumn("term", .text),
        TableColumn("evidence", .text),
      ])
    let burdens = try connection.columns(
      of: "burden",
      [
        TableColumn("subcompartment", .integer), TableColumn("excluded_share", .real),
        TableColumn("credited_share", .real),
      ])
    guard try titles.integers(0) == rows, try burdens.integers(0) == rows else {
      throw StoreError(
        code: 11, message: "title rows do not match the inventory", path: connection.path)
    }
    var columns = Columns()
    columns.titleClass = try titles.texts(1).terms { TitleClass(rawValue: $0) ?? .unknown }
    columns.reasons = try titles.integers(2).map {
      TitleReasonSet(rawValue: UInt32(truncatingIfNeeded: $0))
    }
    columns.term = try titles.texts(3).terms { TermStanding(rawValue: $0) ?? .unknown }
    columns.evidence = try titles.texts(4).terms { ClaimEvidence(rawValue: $0) }
    columns.excludedShare = try burdens.reals(1)
    columns.creditedShare = try burdens.reals(2)
    columns.hasExclusions = try fact("has-exclusions") == "1"
    columns.hasCredited = try fact("has-credited") == "1"
    return columns
  }

  /// The share of each 小班 that has been credited already for some of `years`, one of the crediting
  /// periods of the run; NaN where not known.
  func creditedShares(rows: [Int64], years: ClosedRange<Int>) throws -> [Double] {
    let set = try connection.columns(
      """
      SELECT b.subcompartment,
        CASE WHEN c.subcompartment IS NULL THEN b.credited_share IS NULL ELSE c.share IS NULL END,
        COALESCE(c.share, 0)
      FROM burden b LEFT JOIN credited_period c
        ON c.subcompartment = b.subcompartment AND c.first_year = ? AND c.last_year = ?
      ORDER BY b.subcompartment
      """, [.integer(Int64(years.lowerBound)), .integer(Int64(years.upperBound))],
      kinds: [.integer, .integer, .real])
    let (isUnknown, shares) = (try set.integers(1), try set.reals(2))
    guard try set.integers(0) == rows else {
      throw StoreError(
        code: 11, message: "burdens do not match the inventory", path: connection.path)
    }
    return shares.indices.map { isUnknown[$0] == 1 ? .nan : shares[$0] }
  }

  /// Codes of the villages in which the share of a body with an enclosure warning (圈占资源预警)
  /// draws attention.
  func villagesWithEnclosureWarning() throws -> Set<String> {
    let set = try connection.columns(
      "SELECT marked_villages FROM enclosure_warning ORDER BY number", kinds: [.text])
    let texts = try set.texts(0)
    return Set((0..<set.rows).flatMap { texts[$0].split(separator: " ").map(String.init) })
  }

  /// 小班 on the same land by position, in the order of the rows; `share` is of the second one.
  ///
  /// - Parameter rows: store rows in ascending order.
  func overlaps(
    rows: [Int64]
  ) throws -> [(first: Int, second: Int, area: Double, share: Double)] {
    let set = try connection.columns(
      "SELECT first, second, area_ha, share FROM stand_overlap ORDER BY first, second",
      kinds: [.integer, .integer, .real, .real])
    guard set.rows > 0 else { return [] }
    var positions: [Int64: Int] = [:]
    for (position, row) in rows.enumerated() { positions[row] = position }
    let (first, second) = (try set.integers(0), try set.integers(1))
    let (areas, shares) = (try set.reals(2), try set.reals(3))
    return (0..<set.rows).compactMap { row in
      guard let one = positions[first[row]], let other = positions[second[row]] else { return nil }
      return (one, other, areas[row], shares[row])
    }
  }

  private func fact(_ name: String) throws -> String? {
    try connection.text("SELECT value FROM fact WHERE name = ?", [.text(name)])
  }
}
