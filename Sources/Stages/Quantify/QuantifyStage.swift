internal import Accounting
internal import Archive
internal import Inventory
internal import Pipeline

/// Computes carbon per 小班 and method, and writes `quantities.sqlite`.
struct QuantifyStage: Stage {
  /// Rows a worker takes at a time.
  static let rowsPerChunk = 16_384

  let pipeline: PipelineFile
  var shelf = SurveyShelf()

  var name: String { StageName.quantify.rawValue }
  var title: String { StageName.quantify.chineseName }
  var revision: Int { 1 }
  var upstream: [String] { [StageName.ingest.rawValue] }
  var inputs: [StageInput] { [] }

  /// The values of the method files, not their layout or comments.
  var configuration: String {
    var text = StageConfiguration()
    for method in pipeline.methods {
      text.add("method " + method.parameters.id, method.canonical)
    }
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let ingest = try context.upstreamFolder(StageName.ingest.rawValue)
    let reader = try InventoryReader(folder: ingest)
    let species = try reader.species()
    let villages = KeyIndex(TextColumn(try reader.villages().map(\.village.code)))
    let surveys = try reader.surveys()
    guard let laterYear = surveys.last else { return StageReport() }
    let later = (
      year: laterYear,
      stands: try shelf.survey(laterYear, of: ingest) {
        try reader.survey(laterYear, villages: villages)
      }
    )
    let earlierYear = surveys.count > 1 ? surveys.first : nil
    let earlier = try earlierYear.map {
      (year: $0, stands: try reader.survey($0, villages: villages))
    }
    let paired = try PairedSurveys(earlier: earlier, later: later, species: species)
    let methods = pipeline.methods.compactMap { MethodCatalogue.method(for: $0.parameters) }

    var writer = try QuantityWriter(
      path: context.folder + "/" + QuantitySchema.fileName, methods: pipeline.methods,
      rows: later.stands.row)
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
    for (number, method) in methods.enumerated() {
      for survey in [earlier, later].compactMap({ $0 }) {
        let single = try SurveyPair(single: survey.stands, species: species)
        writer.append(
          SurveyTotal(
            method: number, survey: survey.year, stands: survey.stands,
            stock: method.credits(of: single).stockSecond))
      }
    }
    writer.append(paired)
    try writer.finish()
    return Self.report(paired, rows: later.stands.count, methods: methods.count)
  }

  private static func report(_ paired: PairedSurveys, rows: Int, methods: Int) -> StageReport {
    var report = StageReport()
    report.add("subcompartments", rows)
    report.add("methods", methods)
    report.add("matched", paired.matched)
    report.add("new", rows - paired.matched)
    report.add("not-continued", paired.unmatchedEarlier)
    if let first = paired.firstYear {
      report.lines.append(
        "\(first) to \(paired.secondYear): \(paired.matched) of \(rows) 小班 found in both surveys; "
          + "\(paired.unmatchedEarlier) earlier ones are not continued under their key")
    } else {
      report.lines.append("one survey only (\(paired.secondYear)): stocks, no growth")
    }
    return report
  }
}
