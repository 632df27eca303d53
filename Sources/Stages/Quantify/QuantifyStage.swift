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
  var revision: Int { 6 }
  var upstream: [String] { [StageName.ingest.rawValue] }
  var inputs: [StageInput] { [] }

  /// The values of the method files, not their layout or comments.
  var configuration: String {
    var text = StageConfiguration()
    for method in pipeline.methods {
      text.add("method " + method.parameters.id, method.canonical)
    }
    text.add("growth", pipeline.growthCanonical)
    text.add("pairing", pipeline.pairing.canonical)
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
    let earlier = try pipeline.pairedSurveys.first { $0 < laterYear }.map(survey)
    try SpeciesCoverage.check(
      pipeline.methods, surveys: [earlier?.stands, later.stands].compactMap { $0 },
      species: species)
    var paired =
      if let earlier {
        try SurveyPairing(pipeline: pipeline, context: context).pair(
          earlier, later, reader, species)
      } else {
        try PairedSurveys(single: later, species: species)
      }
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
    if !paired.left.entries.isEmpty {
      let lost = try SurveyPair(
        lost: paired.left.stands, species: species, years: paired.pair.years)
      for (number, method) in methods.enumerated() {
        try writer.append(lost: method.credits(of: lost), method: number)
      }
    }
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
    writer.append(paired, settings: pipeline.pairing)
    for (number, columns) in try writer.finish().enumerated() {
      shelf.keep(columns, QuantityReader.part(method: number), of: context.fingerprint)
    }
    shelf.keep(pair, QuantityReader.pairPart, of: context.fingerprint)
    return Self.report(
      paired, pipeline.pairing, rows: later.stands.count, methods: methods.count)
  }

  private static func report(
    _ paired: PairedSurveys, _ settings: PairingSettings, rows: Int, methods: Int
  ) -> StageReport {
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
      if paired.redrawn > 0 {
        report.add("redrawn", paired.redrawn)
        report.lines.append(
          "\(paired.redrawn) 小班 kept their keys while their borders moved: their earlier state is that "
            + "of the land")
      }
      let slivers = paired.slivers
      if slivers.count > 0 {
        report.add("slivers", slivers.count)
        report.lines.append(
          "\(slivers.count) slivers (\(Self.hectares(slivers.area)) ha) under \(settings.sliverShare) "
            + "of a 小班 are left out of earlier states")
      }
      if !paired.moved.isEmpty {
        report.add("moved-keys", paired.moved.count)
        report.lines.append(
          "\(paired.moved.count) 小班 (\(Self.hectares(paired.movedArea)) ha) lie elsewhere than the "
            + "earlier ones of their keys: numbered anew, so the overlay decided")
      }
      for kind in LeftLand.Kind.allCases {
        let entries = paired.left.entries.filter { $0.kind == kind }
        guard !entries.isEmpty else { continue }
        let area = entries.reduce(into: CompensatedSum()) {
          if $1.area.isFinite { $0.add($1.area) }
        }
        report.add(kind.identifier, entries.count)
        report.lines.append(
          "\(kind.chineseName): \(entries.count), \(Self.hectares(area.value)) ha"
            + (LeftLand.isLoss(kind, settings) ? ", counted as losses" : ", not counted"))
      }
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
