internal import Archive

/// Asks SQL of the results of a run: those of every stage, side by side.
///
/// Each stage's tables go by its name (`ingest.subcompartment`, `tenure.title`, `quantify.quantity`,
/// `screen.verdict`, `rank.candidate`), or by their own: of several of one name, such as `fact`, that
/// is the first stage's. Nothing can be written.
public struct RunQuery: ~Copyable {
  private let connection: Connection
  private let stages: [StageName]
  /// Stages whose settings in the pipeline file are no longer those of the results.
  public let outdatedStages: [StageName]
  /// Stages of the run whose results were removed.
  public let missingStages: [StageName]

  /// - Parameters:
  ///   - run: a pipeline file, a work folder, or a run's folder below `runs` of a work folder.
  ///   - workFolder: overrides where a pipeline keeps its results.
  /// - Throws: `ExplainError`, and for a pipeline file whatever is wrong with it.
  public init(_ run: String, workFolder: String? = nil) throws {
    let results = try RunResults(run, workFolder: workFolder)
    var found: [(stage: StageName, path: String)] = []
    for stage in StageName.allCases {
      guard let store = stage.storeName, let folder = results.folder(stage) else { continue }
      if let path = try results.changedFile(stage) { throw ExplainError.changedResult(path: path) }
      found.append((stage, folder + "/" + store))
    }
    guard let first = found.first else { throw ExplainError.noResults(work: results.work) }
    let connection = try Connection(path: first.path, mode: .readOnly)
    for (stage, path) in found { try connection.attach(path, of: stage) }
    self.connection = connection
    stages = found.map(\.stage)
    outdatedStages = results.outdatedStages
    missingStages = results.missingStages
  }

  /// Runs one statement.
  ///
  /// - Parameters:
  ///   - names: called once with the names of the columns.
  ///   - row: called for each row, in its order; NULL as the empty text, numbers with all digits, bytes
  ///     as SQL writes them (`X'…'`).
  /// - Throws: `QueryError` for what is wrong with the statement, `StoreError` for what is wrong with
  ///   the stores, and what `names` and `row` throw.
  public func run(
    _ sql: String, names: ([String]) throws -> Void, row: ([String]) throws -> Void
  ) throws {
    let statement = try asked(sql) { try connection.prepare(sql) }
    guard statement.isReadOnly else {
      throw QueryError(sql: sql, message: "results can be read and not changed")
    }
    try names(statement.columnNames)
    let columns = statement.columnCount
    while try asked(sql, { try statement.step() }) {
      try row((0..<columns).map { Self.text(statement, $0) })
    }
  }

  private static func text(_ statement: borrowing Statement, _ column: Int) -> String {
    switch statement.kind(column) {
    case .real: "\(statement.double(column))"
    case .blob:
      "X'"
        + statement.withBytes(column) { bytes in
          bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        } + "'"
    default: statement.string(column)
    }
  }

  /// What SQLite refuses of a statement is the asker's affair, not damage of the store.
  private func asked<Answer: ~Copyable>(
    _ sql: String, _ body: () throws -> Answer
  ) throws -> Answer {
    do { return try body() } catch let error as StoreError {
      guard [1, 8, 14, 18, 19, 20, 21, 23].contains(error.primaryCode) else { throw error }
      throw QueryError(sql: sql, message: error.message)
    }
  }

  /// All tables with their columns, by stage and name.
  public func tables() throws -> [StoredTable] {
    var tables: [StoredTable] = []
    for stage in stages.map(\.rawValue) {
      let names = try connection.columns(
        """
        SELECT name FROM \(stage).sqlite_master WHERE type = 'table'
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'rtree_%'
        ORDER BY name
        """, kinds: [.text])
      for row in 0..<names.rows {
        let name = try names.texts(0)[row]
        let quoted = "\(stage).\"\(name)\""
        tables.append(
          StoredTable(
            stage: stage, name: name,
            columns: try connection.prepare("SELECT * FROM \(quoted)").columnNames,
            rows: Int(try connection.integer("SELECT COUNT(*) FROM \(quoted)") ?? 0)))
      }
    }
    return tables
  }
}
