internal import Archive
internal import Geometry
internal import Geospatial
internal import Inventory
internal import Tenure

/// Reads `inventory.gpkg` back into columns.
struct InventoryReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `ingest`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + InventorySchema.fileName, mode: .readOnly)
  }

  func fact(_ name: String) throws -> String? {
    try connection.text("SELECT value FROM fact WHERE name = ?", [.text(name)])
  }

  /// The calendar years of the surveys, ascending.
  func surveys() throws -> [Int] {
    try connection.columns(
      "SELECT DISTINCT survey FROM source ORDER BY survey", kinds: [.integer]
    ).integers(0).map { Int($0) }
  }

  func species() throws -> SpeciesTable {
    let set = try connection.columns(
      "SELECT name, species_group FROM species WHERE number > 0 ORDER BY number",
      kinds: [.text, .text])
    let names = try set.texts(0)
    let groups = try set.texts(1)
    return SpeciesTable((0..<set.rows).map { Species(name: names[$0], group: groups[$0]) })
  }

  /// All villages in the order of their codes.
  func villages() throws -> [VillageRegister.Entry] {
    let set = try connection.columns(
      """
      SELECT code, name, town, county, COALESCE(old_revolutionary_area, -1),
        COALESCE(former_poor_village, -1), geometry FROM village ORDER BY code
      """, kinds: [.text, .text, .text, .text, .integer, .integer, .blob])
    let (codes, names) = (try set.texts(0), try set.texts(1))
    let (towns, counties) = (try set.texts(2), try set.texts(3))
    let (old, poor) = (try set.integers(4), try set.integers(5))
    let boundaries = try set.blobs(6)
    return (0..<set.rows).map { row in
      VillageRegister.Entry(
        village: Village(
          code: codes[row], name: names[row], town: towns[row], county: counties[row]),
        isOldRevolutionaryArea: old[row] < 0 ? nil : old[row] == 1,
        wasPoorVillage: poor[row] < 0 ? nil : poor[row] == 1,
        boundary: Array(boundaries.bytes[boundaries.byteRange(row)]))
    }
  }

  /// The name under which a survey is kept on the shelf.
  static func part(_ year: Int) -> String { "survey \(year)" }

  /// The condition on rows of one survey.
  private static func of(_ year: Int) -> (column: String, range: ClosedRange<Int64>) {
    ("survey", Int64(year)...Int64(year))
  }

  /// The 小班 of one survey that take part, in store order.
  ///
  /// - Parameter villages: village codes in ascending order; `village` is the position there.
  func survey(_ year: Int, villages: KeyIndex) throws -> SubcompartmentColumns {
    let set = try connection.columns(
      of: InventorySchema.subcompartment,
      [
        TableColumn("fid", .integer), TableColumn("key", .text), TableColumn("village", .text),
        TableColumn("land_class", .integer), TableColumn("origin", .integer),
        TableColumn("forest_class", .integer), TableColumn("age_group", .integer),
        TableColumn("species", .integer), TableColumn("second_species", .integer),
        TableColumn("area_ha", .real), TableColumn("volume_m3_ha", .real),
        TableColumn("second_volume_m3_ha", .real), TableColumn("age", .real),
        TableColumn("canopy_density", .real), TableColumn("planting_year", .real),
        TableColumn("stems_ha", .real), TableColumn("diameter_cm", .real),
        TableColumn("key_location", .integer),
      ], where: [Self.of(year)])
    var columns = SubcompartmentColumns()
    columns.row = try set.integers(0)
    columns.key = TextColumn(try set.texts(1))
    let codes = try set.texts(2)
    columns.village = (0..<set.rows).map { row in
      Int32(villages.number(codes.bytes[codes.byteRange(row)]) ?? -1)
    }
    columns.landClass = Ordinals<LandClass>().terms(try set.integers(3))
    columns.origin = Ordinals<Origin>().terms(try set.integers(4))
    columns.forestClass = Ordinals<ForestClass>().terms(try set.integers(5))
    columns.ageGroup = Ordinals<AgeGroup>().terms(try set.integers(6))
    columns.species = try set.integers(7).map { UInt16(truncatingIfNeeded: $0) }
    columns.secondSpecies = try set.integers(8).map { UInt16(truncatingIfNeeded: $0) }
    columns.area = try set.reals(9)
    columns.volume = try set.reals(10)
    columns.secondVolume = try set.reals(11)
    columns.age = try set.reals(12)
    columns.canopyDensity = try set.reals(13)
    columns.plantingYear = try set.reals(14)
    columns.stems = try set.reals(15)
    columns.diameter = try set.reals(16)
    columns.keyLocation = Ordinals<KeyLocation>().terms(try set.integers(17))
    return columns
  }
}

/// What a survey says of the date before it, in store order.
struct PreviousFields: Sendable {
  /// m³/ha, NaN where not given.
  var volume: [Double]
  var landClass: [LandClass]
  var species: [UInt16]
  /// ha, NaN where not given.
  var area: [Double]

  /// Rows with a volume.
  var rows: Int { volume.count { $0 > 0 } }
}

extension InventoryReader {
  /// The previous-period fields of one survey; nil where no row has a volume there.
  func previousFields(_ year: Int) throws -> PreviousFields? {
    let years = try fact("previous-fields") ?? ""
    guard years.split(separator: " ").contains(Substring(String(year))) else { return nil }
    let set = try connection.columns(
      of: InventorySchema.subcompartment,
      [
        TableColumn("previous_volume_m3_ha", .real), TableColumn("previous_land_class", .integer),
        TableColumn("previous_species", .integer), TableColumn("previous_area_ha", .real),
      ], where: [Self.of(year)])
    let volume = try set.reals(0)
    return PreviousFields(
      volume: volume, landClass: Ordinals<LandClass>().terms(try set.integers(1)),
      species: try set.integers(2).map { UInt16(truncatingIfNeeded: $0) }, area: try set.reals(3))
  }

  /// Keys of the rows of one survey that a rule set aside.
  func quarantinedKeys(_ year: Int) throws -> TextColumn {
    TextColumn(
      try connection.columns(
        "SELECT key FROM \(InventorySchema.quarantined) WHERE survey = ? ORDER BY fid",
        [.integer(Int64(year))], kinds: [.text]
      ).texts(0))
  }

  /// The polygons of one survey in store order; empty entries where a 小班 has none.
  ///
  /// - Parameter rows: only those of these store rows.
  func geometry(
    _ year: Int, rows: ClosedRange<Int64> = 0...Int64.max
  ) throws -> WKBColumn {
    let conditions = [Self.of(year), ("fid", rows)]
    var column = WKBColumn()
    guard try fact("polygons") == "kept" else {
      let rows = try connection.columns(
        of: InventorySchema.subcompartment, [TableColumn("fid", .integer)], where: conditions
      ).rows
      for _ in 0..<rows { column.append([]) }
      return column
    }
    if rows.upperBound != .max {
      // Enough for most runs of rows: growing means copying.
      column.reserve(rows: min(Int(rows.upperBound - rows.lowerBound) + 1, 4096), bytesPerRow: 1600)
    }
    try connection.forEachEntry(
      of: InventorySchema.subcompartment, "geom", where: conditions
    ) { entry in
      let blob = entry.assumingMemoryBound(to: UInt8.self)
      let body = GeoPackageGeometry.bodyOffset(of: blob)
      column.appendRow { $0.append(contentsOf: blob[body...]) }
    }
    return column
  }

  /// What a tenure list may call the 小班 of one survey, in store order.
  ///
  /// - Parameters:
  ///   - rows: only those of these store rows.
  ///   - villageNames: names by village code; lists name villages, not codes.
  func labels(
    _ year: Int, rows: ClosedRange<Int64>, villageNames: [String: String]
  ) throws -> SubcompartmentLabels {
    let set = try connection.columns(
      of: InventorySchema.subcompartment,
      [
        TableColumn("village", .text), TableColumn("compartment", .text),
        TableColumn("number", .text),
      ], where: [Self.of(year), ("fid", rows)])
    let (villages, compartments, numbers) = (
      try set.texts(0), try set.texts(1), try set.texts(2)
    )
    var labels = SubcompartmentLabels()
    for row in 0..<set.rows {
      let code = villages[row]
      labels.append(
        village: villageNames[code] ?? code, compartment: compartments[row],
        subcompartment: numbers[row])
    }
    return labels
  }
}
