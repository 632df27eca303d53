internal import Accounting
internal import Archive
internal import Inventory
internal import Pipeline
internal import Screening

/// Asks every rule of every method about every 小班, and writes `screening.sqlite`.
struct ScreenStage: Stage {
  let pipeline: PipelineFile
  var shelf = ResultShelf()

  var name: String { StageName.screen.rawValue }
  var title: String { StageName.screen.chineseName }
  var revision: Int { 5 }
  var upstream: [String] {
    [StageName.ingest.rawValue, StageName.tenure.rawValue, StageName.quantify.rawValue]
  }
  var inputs: [StageInput] { [] }
  /// Rules come from the method files, on which `quantify` depends.
  var configuration: String {
    var text = StageConfiguration()
    for method in pipeline.methods {
      text.add("counties " + method.parameters.id, method.counties.joined(separator: " "))
    }
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let survey = try LatestSurvey.read(context, shelf)
    let tenure = try TenureReader(
      folder: try context.upstreamFolder(StageName.tenure.rawValue))
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let quantified = try context.upstreamFingerprint(StageName.quantify.rawValue)
    let titles = try tenure.columns(rows: survey.stands.row)
    let species = try InventoryReader(
      folder: try context.upstreamFolder(StageName.ingest.rawValue)
    ).species()
    let pair = try shelf.value(QuantityReader.pairPart, of: quantified) {
      try quantities.pair(second: survey.stands, species: species)
    }
    let left = try LeftStands.read(context, pipeline, quantities, shelf)

    let connection = try Connection(
      path: context.folder + "/" + ScreeningSchema.fileName, mode: .create)
    for table in ScreeningSchema.tables { try connection.execute(table) }
    var verdicts = try ColumnTableWriter(
      connection, table: "verdict", columns: ScreeningSchema.verdict)
    var report = StageReport()
    var rules: [[EligibilityColumns.AppliedRule]] = []
    var all: [EligibilityColumns] = []
    for (number, method) in pipeline.methods.enumerated() {
      try context.interruption.check()
      let figures =
        try shelf.kept(QuantityReader.part(method: number), of: quantified)
        ?? quantities.columns(method: number)
      var columns = Self.columns(
        survey, titles, evidence: figures.evidence,
        creditedShare: titles.hasCredited
          ? try tenure.creditedShares(
            rows: survey.stands.row, years: pipeline.creditedYears(of: method.parameters)) : nil)
      columns.earlier = Self.earlier(pair.first, figures)
      let clauses = method.parameters.eligibility.map(ScreeningClause.init)
      all.append(
        EligibilityColumns(rules: try RuleCatalog.rules(for: clauses), columns: columns))
    }
    let cuts = DoubleClaims.cut(&all, try tenure.overlaps(rows: survey.stands.row))
    try Self.write(cuts, survey.stands.row, connection)
    if !cuts.isEmpty {
      let area = cuts.reduce(0) { $0 + $1.area }
      report.lines.append(
        "\(Set(cuts.map(\.second)).count) 小班 lie on land that another one claims, "
          + "\((area * 10_000).rounded() / 10_000) ha; it is claimed once")
    }
    for (number, method) in pipeline.methods.enumerated() {
      try context.interruption.check()
      let eligibility = all[number]
      let applied = try RuleCatalog.rules(
        for: method.parameters.eligibility.map(ScreeningClause.init))
      try verdicts.append([
        .integer([Int64](repeating: Int64(number), count: eligibility.count)),
        .integer(survey.stands.row),
        .integer(eligibility.verdict.map { Int64($0.rawValue) }),
        .integer(eligibility.failing.map { Int64($0.rawValue) }),
        .integer(eligibility.undecided.map { Int64($0.rawValue) }),
        .real(eligibility.eligibleShare),
        .integer(eligibility.judgedEarlier.map { $0 ? 1 : 0 }),
      ])
      if left.count > 0 {
        try Self.write(
          EligibilityColumns(
            rules: applied.filter { type(of: $0).isOfState },
            columns: ScreeningColumns(subcompartments: left.stands)),
          hasRules: !applied.isEmpty, method: number, connection)
      }
      rules.append(eligibility.rules)
      if pipeline.methods.count * survey.stands.count <= QuantifyStage.rowsKept {
        shelf.keep(
          eligibility, ScreeningReader.part(method: number), of: context.fingerprint)
      }
      let counts = Verdict.allCases.map { verdict in eligibility.verdict.count { $0 == verdict } }
      report.lines.append(
        "\(method.parameters.id): \(counts[0]) pass, \(counts[1]) cannot tell, \(counts[2]) fail")
      context.progress.report(
        (number + 1) * survey.stands.count, of: pipeline.methods.count * survey.stands.count,
        unit: "小班×方法学")
    }
    try verdicts.finish(connection)
    try Self.write(rules, connection)
    try connection.close()
    return report
  }

  /// What rules look at. A layer that the pipeline does not declare is left nil, so that rules
  /// which need it answer "cannot tell".
  private static func columns(
    _ survey: LatestSurvey, _ titles: TenureReader.Columns, evidence: [GrowthEvidence],
    creditedShare: [Double]?
  ) -> ScreeningColumns {
    var columns = ScreeningColumns(subcompartments: survey.stands)
    columns.surveyYear = survey.year
    columns.titleClass = titles.titleClass
    columns.titleReasons = titles.reasons
    columns.titleTerm = titles.term
    columns.titleEvidence = titles.evidence
    columns.excludedShare = titles.hasExclusions ? titles.excludedShare : nil
    columns.creditedShare = creditedShare
    columns.growthEvidence = evidence
    return columns
  }

  /// The earlier date, for rows that lower the project's sum.
  private static func earlier(
    _ first: SubcompartmentColumns, _ figures: QuantityReader.Columns
  ) -> EarlierState {
    let rows = figures.status.indices
    return EarlierState(
      subcompartments: first,
      isDeficit: rows.map {
        figures.status[$0].isComputed && figures.rate[$0] < figures.baseline[$0]
      },
      isGone: rows.map { figures.stock[$0] == 0 && figures.rate[$0] < 0 })
  }

  /// Land is of the project unless a rule on the state of its stand fails: what is not known does
  /// not excuse a loss, and the bounds of a project are not drawn where nothing is left.
  private static func write(
    _ left: EligibilityColumns, hasRules: Bool, method: Int, _ connection: borrowing Connection
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "left_verdict", columns: ["method", "number", "verdict"])
    try inserter.insert([
      .integer([Int64](repeating: Int64(method), count: left.count)),
      .integer((0..<left.count).map(Int64.init)),
      .integer(
        left.failing.map {
          Int64((!hasRules ? Verdict.cannotTell : $0.isEmpty ? .pass : .fail).rawValue)
        }),
    ])
    try inserter.finish()
  }

  private static func write(
    _ cuts: [DoubleClaims.Cut], _ rows: [Int64], _ connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare("INSERT INTO double_claim VALUES (?, ?, ?, ?)")
    for cut in cuts {
      try insert.bindAll([
        .integer(rows[cut.second]), .integer(rows[cut.first]), .real(cut.area), .real(cut.share),
      ])
      try insert.run()
    }
  }

  private static func write(
    _ rules: [[EligibilityColumns.AppliedRule]], _ connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare("INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (method, applied) in rules.enumerated() {
      for (position, rule) in applied.enumerated() {
        try insert.bindAll([
          .integer(Int64(method)), .integer(Int64(position)), .text(rule.identifier),
          .text(rule.chineseTitle), .text(rule.clause.clause),
          .text(rule.clause.provenance.standing.rawValue), .text(rule.clause.provenance.source),
        ])
        try insert.run()
      }
    }
  }
}

extension ScreeningClause {
  init(_ clause: EligibilityClause) {
    self.init(
      rule: clause.rule, values: clause.values, number: clause.number,
      older: clause.older.map { ($0.throughYear, $0.number) },
      parts: clause.parts.map(ScreeningClause.init), clause: clause.clause,
      provenance: clause.provenance)
  }
}
