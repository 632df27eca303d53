internal import Accounting
internal import Archive
internal import Inventory
internal import Pipeline

/// Computes carbon per 小班 and method, and writes `quantities.sqlite`.
struct QuantifyStage: Stage {
  /// Rows a worker takes at a time.
  static let rowsPerChunk = 16_384
  /// Rows of all methods that are kept in memory for the next stages; beyond, they read them back.
  static let rowsKept = 2_000_000

  let pipeline: PipelineFile
  var shelf = ResultShelf()

  var name: String { StageName.quantify.rawValue }
  var title: String { StageName.quantify.chineseName }
  var revision: Int { 4 }
  var upstream: [String] { [StageName.ingest.rawValue] }
  var inputs: [StageInput] { [] }

  /// The values of the method files, not their layout or comments.
  var configuration: String {
    var text = StageConfiguration()
    for method in pipeline.methods {
      text.add("method " + method.parameters.id, method.canonical)
    }
    text.add("growth", pipeline.growthCanonical)
    if pipeline.drawsSubcompartments { text.add("bands", "subcompartments") }
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let ingest = try context.upstreamFolder(StageName.ingest.rawValue)
    let fingerprint = try context.upstreamFingerprint(StageName.ingest.rawValue)
    let reader = try InventoryReader(folder: ingest)
    let species = try reader.species()
    let surveys = try reader.surveys()
    guard let laterYear = surveys.last else { return StageReport() }
    func survey(_ year: Int) throws -> (year: Int, stands: SubcompartmentColumns) {
      let stands = try shelf.value(InventoryReader.part(year), of: fingerprint) {
        try reader.survey(
          year, villages: KeyIndex(TextColumn(try reader.villages().map(\.village.code))))
      }
      return (year, stands)
    }
    let later = try survey(laterYear)
    let earlier = try surveys.count > 1 ? surveys.first.map(survey) : nil
    try SpeciesCoverage.check(
      pipeline.methods, surveys: [earlier?.stands, later.stands].compactMap { $0 },
      species: species)
    var paired = try pair(earlier, later, reader, species, context)
    try paired.climb(
      pipeline.growth, previous: try reader.previousFields(laterYear), species: species)
    let methods = pipeline.methods.compactMap { MethodCatalogue.method(for: $0.parameters) }

    var writer = try QuantityWriter(
      path: context.folder + "/" + QuantitySchema.fileName, methods: pipeline.methods,
      rows: later.stands.row,
      keeps: pipeline.methods.count * later.stands.count <= Self.rowsKept)
    let ranges = stride(from: 0, to: later.stands.count, by: Self.rowsPerChunk).map {
      $0..<min($0 + Self.rowsPerChunk, later.stands.count)
    }
    let pair = paired.pair
    let total = methods.count * later.stands.count
    let progress = context.progress
    try Workers.run(
      count: methods.count * ranges.count, threads: context.threads,
      window: 2 * context.threads + 2, interruption: context.interruption,
      body: { item in
        methods[item / ranges.count].credits(of: pair, rows: ranges[item % ranges.count])
      },
      into: &writer,
      sink: { writer, item, credits in
        try writer.append(
          credits, method: item / ranges.count, firstRow: ranges[item % ranges.count].lowerBound)
        progress.report(writer.rowCount, of: total, unit: "小班×方法学")
      })
    let dates = [earlier, later].compactMap { $0 }
    writer.append(
      try Workers.map(
        count: methods.count * dates.count, threads: context.threads,
        interruption: context.interruption
      ) { item in
        let (number, survey) = (item / dates.count, dates[item % dates.count])
        let single = try SurveyPair(single: survey.stands, species: species)
        return SurveyTotal(
          method: number, survey: survey.year, stands: survey.stands,
          stock: methods[number].credits(of: single).stockSecond)
      })
    if pipeline.drawsSubcompartments {
      for method in methods {
        writer.append(try SubcompartmentBands.draw(method, pair: pair, context: context))
      }
    }
    writer.append(paired)
    for (number, columns) in try writer.finish().enumerated() {
      shelf.keep(columns, QuantityReader.part(method: number), of: context.fingerprint)
    }
    if pipeline.methods.contains(where: { $0.parameters.uncertaintyModel != nil }) {
      shelf.keep(pair, QuantityReader.pairPart, of: context.fingerprint)
    }
    return Self.report(paired, rows: later.stands.count, methods: methods.count)
  }

  /// Pairs by key, then by where 小班 lie.
  private func pair(
    _ earlier: (year: Int, stands: SubcompartmentColumns)?,
    _ later: (year: Int, stands: SubcompartmentColumns), _ reader: borrowing InventoryReader,
    _ species: SpeciesTable, _ context: StageContext
  ) throws -> PairedSurveys {
    guard let earlier else { return try PairedSurveys(single: later, species: species) }
    let match = SurveyMatch(earlier: earlier.stands, later: later.stands)
    let tolerance =
      pipeline.methods.compactMap { $0.parameters.stock.areaTolerance }.min() ?? .infinity
    let wanted = PairedSurveys.rowsToOverlay(
      match, earlier: earlier.stands, later: later.stands, areaTolerance: tolerance)
    var states: [(row: Int, state: OverlayState)] = []
    if !wanted.isEmpty, earlier.stands.count > 0 {
      let found = try OverlayMatching(
        rows: wanted, later: reader.geometry(later.year), earlier: earlier.stands,
        earlierPolygons: reader.geometry(earlier.year)
      ).states(threads: context.threads, interruption: context.interruption)
      for (row, state) in zip(wanted, found) {
        if let state { states.append((row, state)) }
      }
    }
    return try PairedSurveys(
      earlier: earlier, later: later, match: match, states: states, species: species)
  }

  private static func report(_ paired: PairedSurveys, rows: Int, methods: Int) -> StageReport {
    var report = StageReport()
    report.add("subcompartments", rows)
    report.add("methods", methods)
    report.add("matched-by-key", paired.count(.key))
    report.add("matched-by-overlay", paired.count(.overlay))
    report.add("unmatched", paired.unmatched)
    report.add("not-continued", paired.unmatchedEarlier)
    if let first = paired.firstYear {
      report.lines.append(
        "\(first) to \(paired.secondYear): of \(rows) 小班 \(paired.count(.key)) found by key, "
          + "\(paired.count(.overlay)) by overlay, \(paired.unmatched) not found "
          + "(\(Self.hectares(paired.unmatchedArea)) ha); \(paired.unmatchedEarlier) earlier ones "
          + "(\(Self.hectares(paired.unmatchedEarlierArea)) ha) are not continued")
    } else if !paired.hasEvidence {
      report.lines.append("one survey only (\(paired.secondYear)): stocks, no growth")
    }
    for (rung, area) in paired.areas where rung != .twoSurveys && rung != .none && area > 0 {
      report.lines.append(
        "\(rung.chineseName): \(hectares(area)) ha, \(Int(paired.pair.years)) years back")
    }
    return report
  }

  private static func hectares(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
