internal import Accounting
internal import Archive
internal import Inventory

/// The tables of `quantities.sqlite` that say what is known of the earlier date, and how.
enum EarlierTable {
  static func write(_ pairing: PairedSurveys, _ connection: borrowing Connection) throws {
    try writeSummary(pairing, connection)
    try GrowthTable.write(pairing, connection)
    let pair = pairing.pair
    let (first, second) = (pair.first, pair.second)
    let rows = (0..<pair.count).filter { pair.evidence[$0] != .none }
    var coverage = [Double](repeating: .nan, count: pair.count)
    for one in pairing.states { coverage[one.row] = one.state.coverage }
    var alternative = [Double](repeating: .nan, count: pair.count)
    var alternativeRung = alternative
    if let ladder = pairing.ladder {
      for (row, other) in ladder.alternative.enumerated() {
        guard let other else { continue }
        alternative[row] = other.volume
        alternativeRung[row] = Double(other.rung.rawValue)
      }
    }
    let isEvery = rows.count == pair.count
    func reals(_ values: [Double]) -> StoredColumn {
      .real(isEvery ? values : rows.map { values[$0] })
    }
    func integers(_ value: (Int) -> Int64) -> StoredColumn { .integer(rows.map(value)) }
    var writer = try ColumnTableWriter(
      connection, table: "earlier", columns: QuantitySchema.earlier)
    try writer.append([
      integers { second.row[$0] },
      integers { pairing.kind[$0].rawValue },
      integers { Int64(pair.evidence[$0].rawValue) },
      // NaN, and so NULL, where no single row of the earlier survey is meant.
      .real(rows.map { pairing.earlierRow[$0] < 0 ? .nan : Double(pairing.earlierRow[$0]) }),
      reals(coverage),
      integers { first.landClass[$0].ordinal },
      integers { first.origin[$0].ordinal },
      integers { first.forestClass[$0].ordinal },
      integers { first.ageGroup[$0].ordinal },
      integers { Int64(first.species[$0]) },
      integers { Int64(first.secondSpecies[$0]) },
      reals(first.area), reals(first.volume), reals(first.secondVolume), reals(first.age),
      reals(alternativeRung), reals(alternative), reals(first.stems), reals(first.diameter),
      reals(first.canopyDensity), reals(first.plantingYear),
    ])
    try writer.finish(connection)
  }

  /// How one row's earlier state was found; nil where nothing is known of an earlier date.
  static func kind(
    _ connection: borrowing Connection, row: Int64
  ) throws -> (kind: MatchKind, coverage: Double)? {
    let set = try connection.columns(
      "SELECT match, COALESCE(coverage, 1) FROM earlier WHERE subcompartment = ?",
      [.integer(row)], kinds: [.integer, .real])
    guard set.rows > 0 else { return nil }
    return (MatchKind(rawValue: try set.integers(0)[0]) ?? .none, try set.reals(1)[0])
  }

  private static func writeSummary(
    _ pairing: PairedSurveys, _ connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare(
      "INSERT INTO pairing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try insert.bindAll([
      pairing.firstYear.map { .integer(Int64($0)) } ?? .null,
      .integer(Int64(pairing.secondYear)),
      .integer(Int64(pairing.count(.key) + pairing.count(.overlay))),
      .integer(Int64(pairing.count(.overlay))), .integer(Int64(pairing.unmatched)),
      .real(pairing.unmatchedArea), .integer(Int64(pairing.unmatchedEarlier)),
      .real(pairing.unmatchedEarlierArea),
      pairing.firstYear != nil || pairing.hasEvidence ? .real(pairing.pair.years) : .null,
      .integer(Int64(pairing.moved.count)), .real(pairing.movedArea),
    ])
    try insert.run()
    let moved = try connection.prepare("INSERT INTO moved_key VALUES (?, ?, ?)")
    for one in pairing.moved {
      try moved.bindAll([
        .integer(pairing.pair.second.row[one.row]),
        .integer(pairing.earlierStoreRows[one.earlier]), .real(one.share),
      ])
      try moved.run()
    }
    try EarlierPartTable.write(pairing, connection)
  }

  /// The two dates as `quantify` saw them, for all rows of the later survey or for one.
  static func pair(
    _ connection: borrowing Connection, second: SubcompartmentColumns, species: SpeciesTable
  ) throws -> SurveyPair {
    let years =
      try connection.columns(
        "SELECT COALESCE(years, 1) FROM pairing", kinds: [.real]
      ).reals(0).first ?? 1
    var place: [Int64: Int] = [:]
    for (row, number) in second.row.enumerated() { place[number] = row }
    let isOne = second.count == 1
    let set = try connection.columns(
      """
      SELECT subcompartment, evidence, land_class, origin, forest_class, age_group, species,
        second_species, area_ha, volume_m3_ha, second_volume_m3_ha, age, stems_ha, diameter_cm,
        canopy_density, planting_year
      FROM earlier \(isOne ? "WHERE subcompartment = ?" : "") ORDER BY subcompartment
      """, isOne ? [.integer(second.row[0])] : [],
      kinds: [
        .integer, .integer, .integer, .integer, .integer, .integer, .integer, .integer, .real,
        .real, .real, .real, .real, .real, .real, .real,
      ])
    var first = second.gathering(Array(repeating: -1, count: second.count))
    var evidence = [EvidenceRung](repeating: .none, count: second.count)
    let integers = try (0..<8).map { try set.integers($0) }
    let reals = try (8..<16).map { try set.reals($0) }
    let (landClasses, origins) = (Ordinals<LandClass>(), Ordinals<Origin>())
    let (forestClasses, ageGroups) = (Ordinals<ForestClass>(), Ordinals<AgeGroup>())
    for entry in 0..<set.rows {
      guard let row = place[integers[0][entry]] else { continue }
      evidence[row] = EvidenceRung(rawValue: UInt8(truncatingIfNeeded: integers[1][entry])) ?? .none
      first.landClass[row] = landClasses.term(integers[2][entry])
      first.origin[row] = origins.term(integers[3][entry])
      first.forestClass[row] = forestClasses.term(integers[4][entry])
      first.ageGroup[row] = ageGroups.term(integers[5][entry])
      first.species[row] = UInt16(truncatingIfNeeded: integers[6][entry])
      first.secondSpecies[row] = UInt16(truncatingIfNeeded: integers[7][entry])
      first.area[row] = reals[0][entry]
      first.volume[row] = reals[1][entry]
      first.secondVolume[row] = reals[2][entry]
      first.age[row] = reals[3][entry]
      first.stems[row] = reals[4][entry]
      first.diameter[row] = reals[5][entry]
      first.canopyDensity[row] = reals[6][entry]
      first.plantingYear[row] = reals[7][entry]
    }
    var pair = try SurveyPair(
      first: first, second: second, firstSpecies: species, secondSpecies: species,
      evidence: evidence,
      growthStanding: try growthStanding(
        connection, evidence: evidence, place: place, row: isOne ? second.row[0] : nil),
      years: years)
    pair.parts = try EarlierPartTable.parts(
      connection, place: place, rows: second.count, row: isOne ? second.row[0] : nil)
    return pair
  }

  /// How well the models are known by which rows were reckoned back.
  private static func growthStanding(
    _ connection: borrowing Connection, evidence: [EvidenceRung], place: [Int64: Int], row: Int64?
  ) throws -> [Standing] {
    var standings = evidence.map(\.standing)
    let set = try connection.columns(
      """
      SELECT m.subcompartment, c.standing FROM growth_model m
      JOIN growth_curve c ON c.number = m.curve \(row == nil ? "" : "WHERE m.subcompartment = ?")
      """, row.map { [.integer($0)] } ?? [], kinds: [.integer, .text])
    let (rows, words) = (try set.integers(0), try set.texts(1))
    for entry in 0..<set.rows {
      guard let row = place[rows[entry]] else { continue }
      standings[row] = Standing(rawValue: words[entry]) ?? .unknown
    }
    return standings
  }
}
