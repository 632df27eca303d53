internal import Accounting
internal import Archive
internal import Inventory

/// Reads `candidates.sqlite` back.
struct RankReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `rank`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + RankSchema.fileName, mode: .readOnly)
  }

  /// One candidate as stored.
  struct Row: Sendable {
    var place: Int
    var method: Int
    var village: String
    var status: String
    var placeInCounty: Int?
    var passingCount: Int
    var totalCount: Int
    var eligibleArea: Double
    var stock: Double
    var increment: Double
    var credit: Double
    var years: Double
    var price: Double
    var gross: Double
    var net: Double
    var shareRule: String
    var readiness: String
    var unquantifiedCount: Int
    var unquantifiedArea: Double
    /// tCO2e; NaN where no band was computed.
    var low: Double
    var high: Double
    /// CNY; NaN where no band was computed.
    var cautiousNet: Double
    /// What does not count, each 小班 once.
    var uncountedCount: Int
    var uncountedArea: Double
  }

  /// In the order of places.
  func rows() throws -> [Row] {
    let set = try connection.columns(
      """
      SELECT place, method, village, status, COALESCE(place_in_county, -1), passing_count,
        passing_count + undecided_count + failing_count, eligible_ha, stock_tc,
        increment_tco2e_yr, credit_tco2e, crediting_years, price_cny, gross_cny, net_cny,
        share_rule, readiness, unquantified_count, unquantified_ha,
        credit_p10_tco2e, credit_p90_tco2e, net_p10_cny,
        undecided_count + failing_count + unquantified_count,
        passing_ha + undecided_ha + failing_ha - eligible_ha
      FROM candidate ORDER BY place
      """,
      kinds: [
        .integer, .integer, .text, .text, .integer, .integer, .integer, .real, .real, .real,
        .real, .real, .real, .real, .real, .text, .text, .integer, .real,
        .real, .real, .real, .integer, .real,
      ])
    let (villages, statuses) = (try set.texts(2), try set.texts(3))
    let (shares, grades) = (try set.texts(15), try set.texts(16))
    let integers = try [0, 1, 4, 5, 6, 17, 22].map { try set.integers($0) }
    let reals = try [7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 23].map { try set.reals($0) }
    return (0..<set.rows).map { row in
      Row(
        place: Int(integers[0][row]), method: Int(integers[1][row]), village: villages[row],
        status: statuses[row],
        placeInCounty: integers[2][row] < 0 ? nil : Int(integers[2][row]),
        passingCount: Int(integers[3][row]), totalCount: Int(integers[4][row]),
        eligibleArea: reals[0][row], stock: reals[1][row], increment: reals[2][row],
        credit: reals[3][row], years: reals[4][row], price: reals[5][row], gross: reals[6][row],
        net: reals[7][row], shareRule: shares[row], readiness: grades[row],
        unquantifiedCount: Int(integers[5][row]), unquantifiedArea: reals[8][row],
        low: reals[9][row], high: reals[10][row], cautiousNet: reals[11][row],
        uncountedCount: Int(integers[6][row]), uncountedArea: reals[12][row])
    }
  }

  /// P10 and P90 of all first choices together; nil where no band was computed.
  func totalBand(_ figure: String) throws -> (low: Double, high: Double)? {
    let set = try connection.columns(
      "SELECT p10, p90 FROM total_band WHERE figure = ? AND p10 IS NOT NULL", [.text(figure)],
      kinds: [.real, .real])
    guard let low = try set.reals(0).first, let high = try set.reals(1).first, low.isFinite
    else { return nil }
    return (low, high)
  }

  func fact(_ name: String) throws -> String? {
    try connection.text("SELECT value FROM fact WHERE name = ?", [.text(name)])
  }

  /// A village by a method.
  struct Candidate: Hashable, Sendable {
    var method: Int
    var village: String
  }

  /// A rule that keeps 小班 of a candidate out.
  struct Reason: Sendable {
    var title: String
    var isOpen: Bool
    var count: Int
    var area: Double
  }

  /// Of all candidates that have any.
  func reasons() throws -> [Candidate: [Reason]] {
    let set = try connection.columns(
      """
      SELECT method, village, chinese_title, verdict, subcompartments, area_ha
      FROM blocking_reason ORDER BY rowid
      """, kinds: [.integer, .text, .text, .integer, .integer, .real])
    let (methods, villages, titles) = (try set.integers(0), try set.texts(1), try set.texts(2))
    let (verdicts, counts, areas) = (
      try set.integers(3), try set.integers(4), try set.reals(5)
    )
    var reasons: [Candidate: [Reason]] = [:]
    for row in 0..<set.rows {
      let candidate = Candidate(method: Int(methods[row]), village: villages[row])
      reasons[candidate, default: []].append(
        Reason(
          title: titles[row], isOpen: verdicts[row] == 1, count: Int(counts[row]),
          area: areas[row]))
    }
    return reasons
  }

  /// What is missing, in Chinese, obstacles first; of all candidates that lack anything.
  func items() throws -> [Candidate: [String]] {
    let set = try connection.columns(
      "SELECT method, village, chinese_text FROM readiness_item ORDER BY position, rowid",
      kinds: [.integer, .text, .text])
    let (methods, villages, texts) = (try set.integers(0), try set.texts(1), try set.texts(2))
    var items: [Candidate: [String]] = [:]
    for row in 0..<set.rows {
      let candidate = Candidate(method: Int(methods[row]), village: villages[row])
      items[candidate, default: []].append(texts[row])
    }
    return items
  }

  func losses() throws -> LossTable { try LossTable(connection) }
}
