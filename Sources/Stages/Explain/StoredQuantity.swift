internal import Accounting
internal import Archive
internal import Inventory

/// One row of one method in `quantities.sqlite`.
struct StoredQuantity: Sendable {
  var status: QuantityStatus?
  var evidence: EvidenceRung?
  var standing: Standing?
  /// NaN where nothing is stored; in the order of `columns`.
  var figures: [Double]

  static let baseline = "baseline_tco2e_ha_yr"

  /// The figures of a row.
  static let columns: [(column: String, chineseName: String, unit: String)] = [
    ("stock_first_tc", "前期碳储量", "tC"),
    ("stock_second_tc", "后期碳储量", "tC"),
    ("increment_tco2e_yr", "年碳汇增量", "tCO2e/a"),
    ("rate_tco2e_ha_yr", "单位面积年增量", "tCO2e/ha/a"),
    (baseline, "单位面积基准值", "tCO2e/ha/a"),
    ("credit_tco2e_yr", "年减排量", "tCO2e/a"),
    ("credit_tco2e", "计入期减排量", "tCO2e"),
  ]

  /// A method as `quantities.sqlite` lists it.
  struct Method: Sendable {
    var number: Int
    var id: String
  }

  static func methods(_ connection: borrowing Connection) throws -> [Method] {
    let set = try connection.columns(
      "SELECT number, id FROM method ORDER BY number", kinds: [.integer, .text])
    let (numbers, ids) = (try set.integers(0), try set.texts(1))
    return (0..<set.rows).map { Method(number: Int(numbers[$0]), id: ids[$0]) }
  }

  /// Nil where the method has no such row.
  static func read(
    _ connection: borrowing Connection, method: Int, row: Int64
  ) throws -> StoredQuantity? {
    let names = columns.map(\.column).joined(separator: ", ")
    let statement = try connection.prepare(
      "SELECT status, evidence, standing, \(names) FROM quantity "
        + "WHERE method = ? AND subcompartment = ?")
    try statement.bind(method, at: 1)
    try statement.bind(row, at: 2)
    guard try statement.step() else { return nil }
    return StoredQuantity(
      status: QuantityStatus(rawValue: UInt8(truncatingIfNeeded: statement.int64(0))),
      evidence: EvidenceRung(rawValue: UInt8(truncatingIfNeeded: statement.int64(1))),
      standing: Standing(rawValue: statement.string(2)),
      figures: columns.indices.map { statement.double($0 + 3) })
  }
}
