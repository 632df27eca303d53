internal import Accounting
internal import Archive
internal import Inventory

/// The table of `quantities.sqlite` that says of which earlier stands a row's state is made.
enum EarlierPartTable {
  /// A part as explanations list it.
  struct Part: Sendable {
    /// Store row of the earlier survey.
    var row: Int64
    /// Of the later polygon, 0 to 1.
    var share: Double
    /// False for a sliver, which is left out.
    var isCounted: Bool
  }

  static func write(_ pairing: PairedSurveys, _ connection: borrowing Connection) throws {
    var place: [(row: Int, part: OverlayState.Part, counted: Bool)] = []
    for (row, state) in pairing.states {
      place += state.parts.map { (row, $0, true) } + state.slivers.map { (row, $0, false) }
    }
    let stands = pairing.earlierStands.gathering(place.map(\.part.row))
    var writer = try ColumnTableWriter(
      connection, table: "earlier_part", columns: QuantitySchema.earlierPart)
    try writer.append([
      .integer(place.map { pairing.pair.second.row[$0.row] }), .integer(stands.row),
      .real(place.map(\.part.share)), .integer(place.map { $0.counted ? 1 : 0 }),
      .integer(stands.landClass.map(\.ordinal)), .integer(stands.origin.map(\.ordinal)),
      .integer(stands.ageGroup.map(\.ordinal)), .integer(stands.species.map(Int64.init)),
      .integer(stands.secondSpecies.map(Int64.init)), .real(stands.volume),
      .real(stands.secondVolume), .real(stands.age), .real(stands.stems), .real(stands.diameter),
    ])
    try writer.finish(connection)
  }

  /// Of one row, as explanations list them.
  static func parts(_ connection: borrowing Connection, row: Int64) throws -> [Part] {
    let set = try connection.columns(
      "SELECT earlier_row, share, counted FROM earlier_part WHERE subcompartment = ? ORDER BY rowid",
      [.integer(row)], kinds: [.integer, .real, .integer])
    return try (0..<set.rows).map {
      Part(
        row: try set.integers(0)[$0], share: try set.reals(1)[$0],
        isCounted: try set.integers(2)[$0] == 1)
    }
  }

  /// What methods count, for all rows of the later survey or for one.
  /// - Parameter place: position of each store row of the later survey.
  static func parts(
    _ connection: borrowing Connection, place: [Int64: Int], rows: Int, row: Int64?
  ) throws -> StandParts {
    let set = try connection.columns(
      """
      SELECT subcompartment, earlier_row, land_class, origin, age_group, species, second_species,
        share, volume_m3_ha, second_volume_m3_ha, age, stems_ha, diameter_cm
      FROM earlier_part WHERE counted = 1 \(row == nil ? "" : "AND subcompartment = ?")
      ORDER BY rowid
      """, row.map { [.integer($0)] } ?? [],
      kinds: [
        .integer, .integer, .integer, .integer, .integer, .integer, .integer, .real, .real, .real,
        .real, .real, .real,
      ])
    let integers = try (0..<7).map { try set.integers($0) }
    let reals = try (7..<13).map { try set.reals($0) }
    let (landClasses, origins, ageGroups) = (
      Ordinals<LandClass>(), Ordinals<Origin>(), Ordinals<AgeGroup>()
    )
    var counts: [Int64: Int] = [:]
    for number in integers[0] { counts[number, default: 0] += 1 }
    var parts: [(row: Int, earlier: Int32, share: Double)] = []
    var stands = SubcompartmentColumns().gathering(
      [Int32](repeating: -1, count: set.rows))
    for entry in 0..<set.rows {
      stands.row[entry] = integers[1][entry]
      stands.landClass[entry] = landClasses.term(integers[2][entry])
      stands.origin[entry] = origins.term(integers[3][entry])
      stands.ageGroup[entry] = ageGroups.term(integers[4][entry])
      stands.species[entry] = UInt16(truncatingIfNeeded: integers[5][entry])
      stands.secondSpecies[entry] = UInt16(truncatingIfNeeded: integers[6][entry])
      stands.volume[entry] = reals[1][entry]
      stands.secondVolume[entry] = reals[2][entry]
      stands.age[entry] = reals[3][entry]
      stands.stems[entry] = reals[4][entry]
      stands.diameter[entry] = reals[5][entry]
      // A single part is the row's own earlier state.
      guard let later = place[integers[0][entry]], counts[integers[0][entry], default: 0] > 1
      else { continue }
      parts.append((later, Int32(entry), reals[0][entry]))
    }
    return StandParts(parts, of: stands, rows: rows)
  }
}
