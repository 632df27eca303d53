internal import Archive
internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Reporting

/// Writes `results.gpkg`, which QGIS and `sqlite3` open: 小班 and villages with their results, and
/// the tables behind them. Every row can be followed back to its source file and row.
struct ResultPackage {
  static let fileName = "results.gpkg"

  private let path: String
  private let context: StageContext
  private let pseudonyms: HolderPseudonyms
  private let ledger: [LedgerReader.Entry]
  /// What must stand beside results, by method; nothing where they may be filed.
  private let notices: [(method: String, text: String)]

  init(
    path: String, context: StageContext, pseudonyms: HolderPseudonyms,
    ledger: [LedgerReader.Entry], notices: [(method: String, text: String)]
  ) {
    self.notices = notices
    self.path = path
    self.context = context
    self.pseudonyms = pseudonyms
    self.ledger = ledger
  }

  func write(notice: String) throws {
    let ingest = try context.upstreamFolder(StageName.ingest.rawValue)
    let inventory = try InventoryReader(folder: ingest)
    let definition = try inventory.fact("coordinate-definition") ?? ""
    let system = definition.isEmpty ? nil : try CoordinateSystem(definition: definition)
    try GeoPackageTemplate.create(path: path, tables: Self.tables(system))
    let connection = try Connection(path: path, mode: .readWrite)
    try attach(connection)
    try connection.transaction {
      try writeShownHolders(connection)
      try writeNotices(connection, notice)
      try connection.execute(Self.lookups)
      try connection.execute(Self.subcompartments(hasGeometry: system != nil))
      try connection.execute(Self.quantities)
      try connection.execute(Self.bands)
      try connection.execute(Self.candidates)
      try connection.execute(Self.losses)
      try connection.execute(Self.leftLand)
      try connection.execute(Self.findings)
      try connection.execute(Self.sources)
      try connection.execute(Self.villageCoverage)
      try connection.execute(Self.quarantined(hasGeometry: system != nil))
      try connection.execute(Self.claims)
      try connection.execute(Self.creditLedger)
      try writeLedger(connection, hasGeometry: system != nil)
      let insert = try connection.prepare("INSERT INTO notice (text) VALUES (?)")
      try insert.bindAll([.text(notice)])
      try insert.run()
    }
    try writeVillages(connection, try inventory.villages(), system)
    for name in ["ingest", "tenure", "quantify", "screen", "rank"] {
      try connection.execute("DETACH \(name)")
    }
    try connection.close()
    guard system != nil else { return }
    for layer in ["subcompartment", "village", "ledger", "quarantined"] {
      try GeoPackageTemplate.updateExtent(path: path, layer: layer)
      try GeoPackageTemplate.buildSpatialIndex(path: path, layer: layer)
    }
  }

  /// Every table says in its description what its figures may not be used for, so that a layer that
  /// is opened or copied by itself still says it.
  private func writeNotices(_ connection: borrowing Connection, _ notice: String) throws {
    let describe = try connection.prepare("UPDATE gpkg_contents SET description = ?")
    try describe.bindAll([.text(notice)])
    try describe.run()
    try connection.execute(
      "CREATE TEMP TABLE shown_notice (method TEXT PRIMARY KEY, text TEXT NOT NULL)")
    let insert = try connection.prepare("INSERT INTO shown_notice VALUES (?, ?)")
    for one in notices {
      try insert.bindAll([.text(one.method), .text(one.text)])
      try insert.run()
    }
  }

  /// Holders as this package may name them, in tables that last as long as the connection.
  private func writeShownHolders(_ connection: borrowing Connection) throws {
    let rights = ["land_owner", "land_user", "tree_owner", "tree_user"]
    try connection.execute(
      "CREATE TEMP TABLE shown_holder (parcel INTEGER PRIMARY KEY, holder TEXT NOT NULL, "
        + rights.map { $0 + " TEXT NOT NULL" }.joined(separator: ", ") + ")")
    try connection.execute(
      "CREATE TEMP TABLE shown_finding (finding INTEGER PRIMARY KEY, value TEXT NOT NULL)")
    let set = try connection.columns(
      """
      SELECT number, holder_type, holder, \(rights.joined(separator: ", ")) FROM tenure.parcel
      """, kinds: [.integer, .text, .text, .text, .text, .text, .text])
    let numbers = try set.integers(0)
    let texts = try (1...6).map { try set.texts($0) }
    let insert = try connection.prepare("INSERT INTO shown_holder VALUES (?, ?, ?, ?, ?, ?)")
    for row in 0..<set.rows {
      let holder = pseudonyms.shown(texts[1][row], type: texts[0][row])
      let others = (2...5).map { pseudonyms.shown(texts[$0][row], type: "") }
      try insert.bindAll([.integer(numbers[row]), .text(holder)] + others.map { .text($0) })
      try insert.run()
    }
    try fill(
      connection, "shown_finding",
      "SELECT rowid, value, '' FROM tenure.tenure_finding WHERE field = 'holder'")
  }

  private func fill(
    _ connection: borrowing Connection, _ table: String, _ query: String
  ) throws {
    let set = try connection.columns(query, kinds: [.integer, .text, .text])
    let (numbers, names, types) = (try set.integers(0), try set.texts(1), try set.texts(2))
    let insert = try connection.prepare("INSERT INTO \(table) VALUES (?, ?)")
    for row in 0..<set.rows {
      try insert.bindAll([
        .integer(numbers[row]), .text(pseudonyms.shown(names[row], type: types[row])),
      ])
      try insert.run()
    }
  }

  /// A layer that the next run can read as credited land.
  private func writeLedger(
    _ connection: borrowing Connection, hasGeometry: Bool
  ) throws {
    let geometry = (hasGeometry ? "geom, " : "", hasGeometry ? "s.geom, " : "")
    let insert = try connection.prepare(
      """
      INSERT INTO ledger (\(geometry.0)subcompartment, key, village, method, mechanism, first_year,
        last_year, share, area_ha, tonnes, notice)
      SELECT \(geometry.1)?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM ingest.subcompartment s WHERE s.fid = ?
      """)
    for entry in ledger {
      let line = entry.line
      try insert.bindAll([
        .integer(entry.row), .text(line.key), .text(line.villageCode), .text(line.method),
        .text(line.mechanism), .integer(Int64(line.firstYear)), .integer(Int64(line.lastYear)),
        .real(line.share), .real(line.hectares), .real(line.tonnes),
        .text(line.notice), .integer(entry.row),
      ])
      try insert.run()
    }
  }

  /// Upstream stores are read through SQLite itself: rows are copied without passing through here.
  private func attach(_ connection: borrowing Connection) throws {
    for stage in StageName.allCases {
      guard let store = stage.storeName else { continue }
      try connection.attach(
        try context.upstreamFolder(stage.rawValue) + "/" + store, of: stage)
    }
  }

  private func writeVillages(
    _ connection: borrowing Connection, _ villages: [VillageRegister.Entry],
    _ system: CoordinateSystem?
  ) throws {
    let geometry = system == nil ? "" : ", geom"
    let insert = try connection.prepare(
      """
      INSERT INTO village (code, name, town, county\(geometry))
      VALUES (?, ?, ?, ?\(system == nil ? "" : ", ?"))
      """)
    try connection.transaction {
      for entry in villages {
        try insert.bindAll([
          .text(entry.village.code), .text(entry.village.name), .text(entry.village.town),
          .text(entry.village.county),
        ])
        if let system {
          let blob = GeoPackageGeometry.encode(
            wkb: entry.boundary[...], srsID: Int32(system.epsg ?? -1))
          if let blob {
            try insert.bind(blob: blob[...], at: 5)
          } else {
            try insert.bindNull(at: 5)
          }
        }
        try insert.run()
      }
      // A village has one first choice.
      try connection.execute(
        """
        CREATE TEMP TABLE first_choice (
          village TEXT PRIMARY KEY, place, method, readiness, eligible_ha, credit_tco2e, net_cny,
          notice);
        INSERT OR IGNORE INTO first_choice
        SELECT c.village, c.place, m.id, c.readiness, c.eligible_ha, c.credit_tco2e, c.net_cny,
          n.text
        FROM rank.candidate c JOIN quantify.method m ON m.number = c.method
        LEFT JOIN temp.shown_notice n ON n.method = m.id
        WHERE c.status <> 'alternative' ORDER BY c.place;
        UPDATE village SET (place, method, readiness, eligible_ha, credit_tco2e, net_cny, notice) = (
          SELECT place, method, readiness, eligible_ha, credit_tco2e, net_cny, notice
          FROM temp.first_choice f WHERE f.village = village.code)
        """)
    }
  }
}
