internal import Accounting
internal import Archive
internal import Inventory

/// Writes `quantities.sqlite`: methods one after another, rows in the order of the survey.
struct QuantityWriter: ~Copyable {
  private let connection: Connection
  private var inserter: BulkInserter
  private let rows: [Int64]
  private var totals: [SurveyTotal] = []
  private var pairing: PairedSurveys?

  /// - Parameter rows: store rows of the later survey.
  init(path: String, methods: [MethodSource], rows: [Int64]) throws {
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
    let inserter = try BulkInserter(
      connection, table: "quantity", columns: QuantitySchema.quantityColumns)
    self.connection = connection
    self.inserter = inserter
    self.rows = rows
  }

  var rowCount: Int { inserter.rows }

  mutating func append(_ credits: CreditColumns, method: Int, firstRow: Int) throws {
    for place in 0..<credits.count {
      try inserter.row.bind(method, at: 1)
      try inserter.row.bind(rows[firstRow + place], at: 2)
      try inserter.row.bind(Int(credits.status[place].rawValue), at: 3)
      try inserter.row.bind(Int(credits.evidence[place].rawValue), at: 4)
      try inserter.row.bind(credits.standing[place].rawValue, at: 5)
      try inserter.row.bind(credits.stockFirst[place], at: 6)
      try inserter.row.bind(credits.stockSecond[place], at: 7)
      try inserter.row.bind(credits.increment[place], at: 8)
      try inserter.row.bind(credits.rate[place], at: 9)
      try inserter.row.bind(credits.baselineRate[place], at: 10)
      try inserter.row.bind(credits.creditPerYear[place], at: 11)
      try inserter.row.bind(credits.creditTotal[place], at: 12)
      try inserter.insert()
    }
  }

  mutating func append(_ total: SurveyTotal) { totals.append(total) }

  mutating func append(_ paired: PairedSurveys) { pairing = paired }

  consuming func finish() throws {
    try inserter.finish()
    try Self.write(totals, connection)
    if let pairing { try EarlierTable.write(pairing, connection) }
    try connection.close()
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
