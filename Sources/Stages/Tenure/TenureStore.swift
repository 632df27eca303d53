internal import Archive
internal import Inventory
internal import Tenure

/// Writes `tenure.sqlite`: records as they are read, then 小班 run by run, in order.
struct TenureStore: ~Copyable {
  var evidence = TenureEvidence()
  private(set) var counts = TenureChunk.Counts()
  private(set) var holdings = HoldingTally()
  private(set) var labels = ParcelLabels()

  private let connection: Connection
  private var parcels: BulkInserter
  private var claims: ColumnTableWriter
  private var titles: ColumnTableWriter
  private var burdens: ColumnTableWriter
  private var villageShares: ColumnTableWriter
  private var ledger: BulkInserter
  private var periodShares: BulkInserter
  private var findings: BulkInserter
  private var disagreements: [Finding] = []
  private var spots: [Finding] = []

  init(_ path: String) throws {
    let connection = try Connection(path: path, mode: .create)
    for table in TenureSchema.tables { try connection.execute(table) }
    let parcels = try BulkInserter(
      connection, table: "parcel",
      columns: [
        "number", "source", "source_row", "parcel_number", "certificate", "land_owner",
        "land_user", "tree_owner", "tree_user", "holder", "holder_type", "certified_area_ha",
        "polygon_area_ha", "term_end", "is_disputed", "joined_to",
      ])
    let claims = try ColumnTableWriter(connection, table: "claim", columns: TenureSchema.claim)
    let titles = try ColumnTableWriter(connection, table: "title", columns: TenureSchema.title)
    let burdens = try ColumnTableWriter(connection, table: "burden", columns: TenureSchema.burden)
    let villageShares = try ColumnTableWriter(
      connection, table: "village_share", columns: TenureSchema.villageShare)
    let ledger = try BulkInserter(
      connection, table: "credit_ledger",
      columns: [
        "subcompartment", "first_year", "last_year", "mechanism", "share", "tonnes", "burdens",
      ])
    let periodShares = try BulkInserter(
      connection, table: "credited_period",
      columns: ["subcompartment", "first_year", "last_year", "share"])
    let findings = try BulkInserter(
      connection, table: "tenure_finding",
      columns: [
        "rule", "severity", "source", "source_row", "field", "value", "detail", "action",
      ])
    self.connection = connection
    self.parcels = parcels
    self.claims = claims
    self.titles = titles
    self.burdens = burdens
    self.villageShares = villageShares
    self.ledger = ledger
    self.periodShares = periodShares
    self.findings = findings
  }

  /// Hands the evidence out to be added to; give it back.
  mutating func lendEvidence() -> TenureEvidence {
    let lent = evidence
    evidence = TenureEvidence()
    return lent
  }

  // MARK: Records

  /// Joins what was read and writes it; once, when all parcels and lists are read.
  mutating func settle(areaTolerance: Double) throws {
    evidence.settle(areaTolerance: areaTolerance)
    for (number, entry) in evidence.entries.enumerated() {
      try Self.bind(
        entry, evidence.parcels.leading[number], number: number,
        source: evidence.sourceOfParcel[number], type: evidence.parcels.holderType[number],
        area: evidence.parcels.area[number], to: parcels.row)
      try parcels.insert()
    }
  }

  private static func bind(
    _ entry: TenureEvidence.Entry, _ leading: HolderList, number: Int, source: Int32,
    type: HolderType, area: Double, to row: borrowing Statement
  ) throws {
    let record = entry.record
    let rights = record.rights
    try row.bind(Int64(number), at: 1)
    try row.bind(Int64(source), at: 2)
    try row.bind(Int64(record.row), at: 3)
    try row.bind(record.parcel.key, at: 4)
    try row.bind(record.printedCertificate, at: 5)
    try row.bind(rights.landOwnership.printed, at: 6)
    try row.bind(rights.landUse.printed, at: 7)
    try row.bind(rights.treeOwnership.printed, at: 8)
    try row.bind(rights.treeUse.printed, at: 9)
    try row.bind(leading.printed, at: 10)
    try row.bind(type.rawValue, at: 11)
    try row.bind(area, at: 12)
    try row.bind(entry.polygonArea / 10_000, at: 13)
    try row.bind(record.termEnd.printed, at: 14)
    try row.bind(record.dispute == .disputed ? 1 : 0, at: 15)
    try row.bind(entry.joined.map { String($0) }.joined(separator: " "), at: 16)
  }

  // MARK: 小班

  mutating func append(_ chunk: TenureChunk) throws {
    try claims.append(chunk.claims)
    try titles.append(chunk.titles)
    try burdens.append(chunk.burdens)
    try villageShares.append(chunk.villageShares)
    try append(chunk.ledger)
    holdings.add(chunk)
    labels.add(chunk.labels)
    counts.add(chunk.counts)
    disagreements += chunk.disagreements
    spots += chunk.spots
  }

  private mutating func append(_ new: CreditLedger) throws {
    for entry in new.entries {
      try ledger.row.bindAll([
        .integer(entry.subcompartment), entry.firstYear.map { .integer(Int64($0)) } ?? .null,
        entry.lastYear.map { .integer(Int64($0)) } ?? .null, .text(entry.mechanism),
        .real(entry.share), .real(entry.tonnes), .integer(entry.burdens ? 1 : 0),
      ])
      try ledger.insert()
    }
    for one in new.periodShares {
      try periodShares.row.bindAll([
        .integer(one.subcompartment), .integer(Int64(one.years.lowerBound)),
        .integer(Int64(one.years.upperBound)), .real(one.share),
      ])
      try periodShares.insert()
    }
  }

  /// - Parameter rows: store rows by position.
  mutating func append(_ pairs: [StandOverlaps.Pair], rows: [Int64]) throws {
    let insert = try connection.prepare("INSERT INTO stand_overlap VALUES (?, ?, ?, ?)")
    for pair in pairs {
      try insert.bindAll([
        .integer(rows[pair.first]), .integer(rows[pair.second]), .real(pair.area / 10_000),
        .real(pair.share),
      ])
      try insert.run()
      counts.overlaps += 1
      counts.overlapArea += pair.area / 10_000
    }
  }

  // MARK: The end

  /// Writes what is known only at the end, and closes the file.
  consuming func finish(
    warnings: [EnclosureWarning], villages: [String], facts: [(name: String, value: Bool)]
  ) throws {
    for finding in evidence.findings + disagreements + spots {
      try findings.row.bindAll([
        .text(finding.rule), .text(finding.severity.rawValue), .integer(Int64(finding.source)),
        .integer(finding.sourceRow), .text(finding.field), .text(finding.value),
        .text(finding.detail), .text(finding.action.rawValue),
      ])
      try findings.insert()
    }
    try TenureSchema.writeSources(connection, evidence)
    try TenureSchema.writeWarnings(connection, warnings, villages)
    try TenureSchema.writeFacts(connection, facts)
    try parcels.finish()
    try ledger.finish()
    try periodShares.finish()
    try findings.finish()
    try claims.finish(connection)
    try titles.finish(connection)
    try burdens.finish(connection)
    try villageShares.finish(connection)
    try connection.close()
  }
}
