internal import Accounting
internal import Archive
internal import Inventory

/// The tables of `quantities.sqlite` on earlier land that no later row continues.
enum LeftTable {
  static func write(
    _ pairing: PairedSurveys, _ settings: PairingSettings, _ connection: borrowing Connection
  ) throws {
    let kinds = try connection.prepare("INSERT INTO left_kind VALUES (?, ?, ?)")
    for kind in LeftLand.Kind.allCases {
      try kinds.bindAll([
        .integer(kind.rawValue), .text(kind.identifier), .text(kind.chineseName),
      ])
      try kinds.run()
    }
    let insert = try connection.prepare("INSERT INTO left_land VALUES (?, ?, ?, ?, ?, ?)")
    for (number, entry) in pairing.left.entries.enumerated() {
      try insert.bindAll([
        .integer(Int64(number)), .integer(pairing.earlierStoreRows[entry.row]),
        .integer(entry.later < 0 ? -1 : pairing.pair.second.row[entry.later]),
        .integer(entry.kind.rawValue), entry.area.isFinite ? .real(entry.area) : .null,
        .integer(LeftLand.isLoss(entry.kind, settings) ? 1 : 0),
      ])
      try insert.run()
    }
  }

  /// - Parameter credits: in the order of the entries.
  static func write(
    _ credits: CreditColumns, method: Int, _ connection: borrowing Connection
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "left_quantity",
      columns: [
        "method", "number", "status", "stock_first_tc", "increment_tco2e_yr", "credit_tco2e_yr",
        "credit_tco2e",
      ])
    try inserter.insert([
      .integer([Int64](repeating: Int64(method), count: credits.count)),
      .integer((0..<credits.count).map(Int64.init)),
      .integer(credits.status.map { Int64($0.rawValue) }),
      .real(credits.stockFirst), .real(credits.increment), .real(credits.creditPerYear),
      .real(credits.creditTotal),
    ])
    try inserter.finish()
  }

  /// Earlier land that no later row continues, as stored.
  struct Land: Sendable {
    var earlierRow: [Int64] = []
    /// Store row of the later 小班 that continues most of the stand; -1 for none.
    var laterRow: [Int64] = []
    var kind: [LeftLand.Kind] = []
    var area: [Double] = []
    var isLoss: [Bool] = []
  }

  static func land(_ connection: borrowing Connection) throws -> Land {
    let set = try connection.columns(
      "SELECT earlier_row, kind, area_ha, is_loss, later_row FROM left_land ORDER BY number",
      kinds: [.integer, .integer, .real, .integer, .integer])
    return Land(
      earlierRow: try set.integers(0), laterRow: try set.integers(4),
      kind: try set.integers(1).map { LeftLand.Kind(rawValue: $0) ?? .unpaired },
      area: try set.reals(2), isLoss: try set.integers(3).map { $0 == 1 })
  }

  /// What one method makes of it, in the same order.
  struct Figures: Sendable {
    var status: [QuantityStatus] = []
    var stock: [Double] = []
    var increment: [Double] = []
    var credit: [Double] = []
  }

  static func figures(_ connection: borrowing Connection, method: Int) throws -> Figures {
    let set = try connection.columns(
      """
      SELECT status, stock_first_tc, increment_tco2e_yr, credit_tco2e FROM left_quantity
      WHERE method = ? ORDER BY number
      """, [.integer(Int64(method))], kinds: [.integer, .real, .real, .real])
    return Figures(
      status: try set.integers(0).map {
        QuantityStatus(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .noVolume
      },
      stock: try set.reals(1), increment: try set.reals(2), credit: try set.reals(3))
  }
}
