internal import Accounting
internal import Archive
internal import Inventory

/// Writes `quantities.sqlite`: methods one after another, rows in the order of the survey.
struct QuantityWriter: ~Copyable {
  private let connection: Connection
  private var quantities: ColumnTableWriter
  private let rows: [Int64]
  private var totals: [SurveyTotal] = []
  /// One for each method, as `QuantityReader` reads them; empty where nothing is kept.
  private var kept: [QuantityReader.Columns]
  private var pairing: PairedSurveys?
  private var settings = PairingSettings()
  /// One for each method, if bands of single 小班 are asked for.
  private var bands: [SubcompartmentBands] = []

  /// - Parameters:
  ///   - rows: store rows of the later survey.
  ///   - keeps: whether `finish` returns what was written.
  init(path: String, methods: [MethodSource], rows: [Int64], keeps: Bool) throws {
    let connection = try Connection(path: path, mode: .create)
    for table in QuantitySchema.tables { try connection.execute(table) }
    let insert = try connection.prepare("INSERT INTO method VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, source) in methods.enumerated() {
      let method = source.parameters
      try insert.bindAll([
        .integer(Int64(number)), .text(method.id), .text(method.title), .text(method.edition),
        .text(method.mechanism), .text(method.family), .text(method.weakestStanding.rawValue),
        .integer(method.mayBeFiled ? 1 : 0),
      ])
      try insert.run()
    }
    let status = try connection.prepare("INSERT INTO status VALUES (?, ?, ?)")
    for one in QuantityStatus.allCases {
      try status.bindAll([
        .integer(Int64(one.rawValue)), .text(one.identifier), .text(one.chineseName),
      ])
      try status.run()
    }
    let kind = try connection.prepare("INSERT INTO match_kind VALUES (?, ?, ?)")
    for one in MatchKind.allCases {
      try kind.bindAll([
        .integer(one.rawValue), .text(one.identifier), .text(one.chineseName),
      ])
      try kind.run()
    }
    let quantities = try ColumnTableWriter(
      connection, table: "quantity", columns: QuantitySchema.quantity)
    self.connection = connection
    self.quantities = quantities
    self.rows = rows
    kept = keeps ? methods.map { _ in QuantityReader.Columns() } : []
  }

  var rowCount: Int { quantities.rows }

  mutating func append(_ credits: CreditColumns, method: Int, firstRow: Int) throws {
    try quantities.append([
      .integer([Int64](repeating: Int64(method), count: credits.count)),
      .integer(Array(rows[firstRow..<firstRow + credits.count])),
      .integer(credits.status.map { Int64($0.rawValue) }),
      .integer(credits.evidence.map { Int64($0.rawValue) }),
      .text(ByteColumn(credits.standing) { $0.rawValue }),
      .real(credits.stockFirst), .real(credits.stockSecond), .real(credits.increment),
      .real(credits.rate), .real(credits.baselineRate), .real(credits.creditPerYear),
      .real(credits.creditTotal),
    ])
    if !kept.isEmpty { kept[method].append(credits) }
  }

  mutating func append(_ found: [SurveyTotal]) { totals += found }

  mutating func append(_ paired: PairedSurveys, settings: PairingSettings) {
    pairing = paired
    self.settings = settings
  }

  /// What one method makes of the land that no later row continues.
  func append(lost credits: CreditColumns, method: Int) throws {
    try LeftTable.write(credits, method: method, connection)
  }

  mutating func append(_ drawn: SubcompartmentBands) { bands.append(drawn) }

  /// - Returns: what was written, by method; empty where it was not to be kept.
  consuming func finish() throws -> [QuantityReader.Columns] {
    try quantities.finish(connection)
    try Self.write(totals, connection)
    if let pairing {
      try EarlierTable.write(pairing, connection)
      try LeftTable.write(pairing, settings, connection)
    }
    try Self.write(bands, rows: rows, connection)
    let columns = kept
    try connection.close()
    return columns
  }

  private static func write(
    _ drawn: [SubcompartmentBands], rows: [Int64], _ connection: borrowing Connection
  ) throws {
    var writer = try ColumnTableWriter(
      connection, table: "subcompartment_band", columns: QuantitySchema.band)
    for (method, one) in drawn.enumerated() {
      let bands = one.bands
      try writer.append([
        .integer([Int64](repeating: Int64(method), count: bands.count)),
        .integer(one.rows.map { rows[$0] }), .real(bands.map(\.p10)), .real(bands.map(\.p50)),
        .real(bands.map(\.p90)), .real(bands.map(\.mean)), .real(bands.map(\.deviation)),
      ])
    }
    try writer.finish(connection)
  }

  private static func write(
    _ totals: [SurveyTotal], _ connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare("INSERT INTO survey_total VALUES (?, ?, ?, ?, ?, ?, ?)")
    for total in totals {
      try insert.bindAll([
        .integer(Int64(total.method)), .integer(Int64(total.survey)),
        .integer(Int64(total.subcompartments)), .real(total.area), .real(total.volume),
        .real(total.carbon), .integer(Int64(total.counted)),
      ])
      try insert.run()
    }
  }
}
