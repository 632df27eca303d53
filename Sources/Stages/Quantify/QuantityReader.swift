internal import Accounting
internal import Archive
internal import Inventory
internal import Screening

/// Reads `quantities.sqlite` back, one method at a time, rows in the order of the survey.
struct QuantityReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `quantify`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + QuantitySchema.fileName, mode: .readOnly)
  }

  /// The names under which results are kept on the shelf.
  static func part(method: Int) -> String { "method \(method)" }
  static let pairPart = "pair"

  /// One method's figures.
  struct Columns: Sendable {
    var status: [QuantityStatus] = []
    var evidence: [GrowthEvidence] = []
    /// Of the earlier date, tC.
    var stockFirst: [Double] = []
    var stock: [Double] = []
    var increment: [Double] = []
    var rate: [Double] = []
    var baseline: [Double] = []
    var creditPerYear: [Double] = []
    var credit: [Double] = []

    /// The rungs of the ladder on which computed rows stand, best first.
    var rungs: [EvidenceRung] {
      var isUsed = [Bool](repeating: false, count: EvidenceRung.allCases.count)
      for row in status.indices where status[row].isComputed {
        isUsed[Int(evidence[row].rawValue)] = true
      }
      return EvidenceRung.allCases.filter { isUsed[Int($0.rawValue)] }
    }

    mutating func append(_ credits: CreditColumns) {
      status += credits.status
      evidence += credits.evidence.map { GrowthEvidence(rawValue: $0.rawValue) ?? .none }
      stockFirst += credits.stockFirst
      stock += credits.stockSecond
      increment += credits.increment
      rate += credits.rate
      baseline += credits.baselineRate
      creditPerYear += credits.creditPerYear
      credit += credits.creditTotal
    }
  }

  func columns(method: Int) throws -> Columns {
    let set = try connection.columns(
      of: "quantity",
      [
        TableColumn("status", .integer), TableColumn("stock_second_tc", .real),
        TableColumn("increment_tco2e_yr", .real), TableColumn("rate_tco2e_ha_yr", .real),
        TableColumn("baseline_tco2e_ha_yr", .real), TableColumn("credit_tco2e_yr", .real),
        TableColumn("credit_tco2e", .real), TableColumn("evidence", .integer),
        TableColumn("stock_first_tc", .real),
      ], where: [("method", Int64(method)...Int64(method))])
    return Columns(
      status: try set.integers(0).map {
        QuantityStatus(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .noVolume
      },
      evidence: try set.integers(7).map {
        GrowthEvidence(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .none
      },
      stockFirst: try set.reals(8), stock: try set.reals(1), increment: try set.reals(2),
      rate: try set.reals(3),
      baseline: try set.reals(4), creditPerYear: try set.reals(5), credit: try set.reals(6))
  }

  /// Years from the first date to the second; nil where nothing is known of an earlier one.
  func interval() throws -> Double? {
    try connection.columns(
      "SELECT years FROM pairing WHERE years IS NOT NULL", kinds: [.real]
    ).reals(0).first
  }

  /// The two dates as `quantify` saw them.
  func pair(second: SubcompartmentColumns, species: SpeciesTable) throws -> SurveyPair {
    try EarlierTable.pair(connection, second: second, species: species)
  }

  /// Rows whose key the earlier survey has for other land, and their area, ha.
  func movedKeys() throws -> (count: Int, area: Double) {
    let set = try connection.columns(
      "SELECT moved, moved_area_ha FROM pairing", kinds: [.integer, .real])
    return (Int(try set.integers(0).first ?? 0), try set.reals(1).first ?? 0)
  }

  /// Earlier land that no later row continues.
  func leftLand() throws -> LeftTable.Land { try LeftTable.land(connection) }

  /// What one method makes of it.
  func leftFigures(method: Int) throws -> LeftTable.Figures {
    try LeftTable.figures(connection, method: method)
  }

  /// What two models say of the growth of the rows that rest on one, m³ in a year.
  struct ModelComparison: Sendable {
    var subcompartments = 0
    var chosen = 0.0
    var other = 0.0
  }

  /// Nil where no row has a second model.
  func modelComparison(_ stands: SubcompartmentColumns) throws -> ModelComparison? {
    let set = try connection.columns(
      """
      SELECT subcompartment, volume_m3_ha, alternative_volume_m3_ha FROM earlier
      WHERE alternative_volume_m3_ha IS NOT NULL ORDER BY subcompartment
      """, kinds: [.integer, .real, .real])
    guard set.rows > 0, let years = try interval() else { return nil }
    var place: [Int64: Int] = [:]
    for (row, number) in stands.row.enumerated() { place[number] = row }
    let (rows, chosen, other) = (try set.integers(0), try set.reals(1), try set.reals(2))
    var sums = (CompensatedSum(), CompensatedSum())
    var result = ModelComparison()
    for entry in 0..<set.rows {
      guard let row = place[rows[entry]], stands.area[row].isFinite else { continue }
      sums.0.add((stands.volume[row] - chosen[entry]) * stands.area[row] / years)
      sums.1.add((stands.volume[row] - other[entry]) * stands.area[row] / years)
      result.subcompartments += 1
    }
    (result.chosen, result.other) = (sums.0.value, sums.1.value)
    return result
  }

  /// Rows found by overlay, rows not found at all and their area; nil with one survey.
  func matching() throws -> (overlaid: Int, unmatched: Int, area: Double)? {
    let set = try connection.columns(
      """
      SELECT overlaid, unmatched, unmatched_area_ha FROM pairing WHERE first_survey IS NOT NULL
      """, kinds: [.integer, .integer, .real])
    guard set.rows > 0 else { return nil }
    return (Int(try set.integers(0)[0]), Int(try set.integers(1)[0]), try set.reals(2)[0])
  }

  func totals() throws -> [SurveyTotal] {
    let set = try connection.columns(
      """
      SELECT method, survey, subcompartments, area_ha, volume_m3, carbon_tc, counted
      FROM survey_total ORDER BY method, survey
      """, kinds: [.integer, .integer, .integer, .real, .real, .real, .integer])
    return try (0..<set.rows).map { row in
      SurveyTotal(
        method: Int(try set.integers(0)[row]), survey: Int(try set.integers(1)[row]),
        subcompartments: Int(try set.integers(2)[row]), area: try set.reals(3)[row],
        volume: try set.reals(4)[row], carbon: try set.reals(5)[row],
        counted: Int(try set.integers(6)[row]))
    }
  }
}
