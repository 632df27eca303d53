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

  func evidence(method: Int) throws -> [GrowthEvidence] {
    try connection.columns(
      "SELECT evidence FROM quantity WHERE method = ? ORDER BY rowid",
      [.integer(Int64(method))], kinds: [.integer]
    ).integers(0).map { GrowthEvidence(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .none }
  }

  /// One method's figures.
  struct Columns: Sendable {
    var status: [QuantityStatus]
    var stock: [Double]
    var increment: [Double]
    var rate: [Double]
    var baseline: [Double]
    var creditPerYear: [Double]
    var credit: [Double]
  }

  func columns(method: Int) throws -> Columns {
    let set = try connection.columns(
      """
      SELECT status, stock_second_tc, increment_tco2e_yr, rate_tco2e_ha_yr,
        baseline_tco2e_ha_yr, credit_tco2e_yr, credit_tco2e
      FROM quantity WHERE method = ? ORDER BY rowid
      """, [.integer(Int64(method))],
      kinds: [.integer, .real, .real, .real, .real, .real, .real])
    return Columns(
      status: try set.integers(0).map {
        QuantityStatus(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .noVolume
      },
      stock: try set.reals(1), increment: try set.reals(2), rate: try set.reals(3),
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
