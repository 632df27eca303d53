internal import Accounting
internal import Archive
internal import Inventory

/// The tables of `quantities.sqlite` that say which growth models there were, how well they fit and
/// which of them served a 小班.
enum GrowthTable {
  static func write(_ pairing: PairedSurveys, _ connection: borrowing Connection) throws {
    var writer = try ColumnTableWriter(
      connection, table: "growth_model", columns: QuantitySchema.growthModel)
    guard let models = pairing.growthModels, let ladder = pairing.ladder else {
      return try writer.finish(connection)
    }
    var used: [Int: Int] = [:]
    var rows: (subcompartment: [Int64], curve: [Int64], alternative: [Double]) = ([], [], [])
    for row in ladder.estimate.indices {
      guard let estimate = ladder.estimate[row] else { continue }
      let number = models.number(of: estimate.model)
      used[number, default: 0] += 1
      rows.subcompartment.append(pairing.pair.second.row[row])
      rows.curve.append(Int64(number))
      // NaN, and so NULL, where there was no second model to ask.
      rows.alternative.append(
        ladder.alternative[row].map { Double(models.number(of: $0.model)) } ?? .nan)
    }
    try writer.append([
      .integer(rows.subcompartment), .integer(rows.curve), .real(rows.alternative),
    ])
    try writer.finish(connection)
    // Curves are on record where a model was allowed, whether or not any 小班 needed one.
    guard models.settings.rungs.contains(where: \.isModelled) else { return }
    let insert = try connection.prepare(
      "INSERT INTO growth_curve VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for curve in GrowthCurveRecord.all(models) {
      try insert.bindAll(curve.values(used: used[curve.number] ?? 0))
      try insert.run()
    }
  }

  /// The model behind one row's earlier volume, with the second model if there was one.
  static func models(
    _ connection: borrowing Connection, row: Int64
  ) throws -> (chosen: GrowthCurveRecord, other: GrowthCurveRecord?)? {
    let set = try connection.columns(
      "SELECT curve, COALESCE(alternative, -1) FROM growth_model WHERE subcompartment = ?",
      [.integer(row)], kinds: [.integer, .integer])
    guard set.rows > 0, let chosen = try record(connection, number: try set.integers(0)[0])
    else { return nil }
    return (chosen, try record(connection, number: try set.integers(1)[0]))
  }

  /// All curves on record, in the order of their numbers.
  static func records(_ connection: borrowing Connection) throws -> [GrowthCurveRecord] {
    try connection.columns(
      "SELECT number FROM growth_curve ORDER BY number", kinds: [.integer]
    ).integers(0).compactMap { try record(connection, number: $0) }
  }

  /// The volume that the second model gives for the earlier date, m³/ha; NaN without one.
  static func otherVolume(_ connection: borrowing Connection, row: Int64) throws -> Double {
    try connection.columns(
      "SELECT alternative_volume_m3_ha FROM earlier WHERE subcompartment = ?", [.integer(row)],
      kinds: [.real]
    ).reals(0).first ?? .nan
  }

  private static func record(
    _ connection: borrowing Connection, number: Int64
  ) throws -> GrowthCurveRecord? {
    let statement = try connection.prepare("SELECT * FROM growth_curve WHERE number = ?")
    try statement.bind(number, at: 1)
    guard try statement.step() else { return nil }
    return GrowthCurveRecord(statement)
  }
}
