internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Reporting

/// Writes what people open: the candidate report, the stampable 小班一览表, the list of tenure gaps,
/// the ledger, `results.gpkg`, and the summary that the command line prints.
struct PublishStage: Stage {
  static let files = [
    "report.html", "candidates.xlsx", "candidates.csv", "tenure-gaps.csv", "ledger.csv",
    "village-sheets.html", "village-sheets.xlsx", ResultPackage.fileName,
    QuarantinePackage.fileName,
  ]
  static let summary = "summary.txt"

  let pipeline: PipelineFile

  var name: String { StageName.publish.rawValue }
  var title: String { StageName.publish.chineseName }
  var revision: Int { 6 }
  var upstream: [String] {
    [
      StageName.ingest.rawValue, StageName.tenure.rawValue, StageName.quantify.rawValue,
      StageName.screen.rawValue, StageName.rank.rawValue,
    ]
  }
  var inputs: [StageInput] { [] }

  var configuration: String {
    var text = StageConfiguration()
    text.add("title", pipeline.title)
    text.add("name", pipeline.name)
    text.add("holders", pipeline.holders.rawValue)
    // The salt itself is nobody else's business.
    text.add("salt", pipeline.pseudonymSalt.map { SHA256.digest($0).hex } ?? "")
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let steps = ProgressSteps(context, count: Self.files.count + 1)
    func both<First: Sendable, Second: Sendable>(
      _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
      try Workers.both(
        threads: context.threads, interruption: context.interruption, first, second)
    }
    let survey = try LatestSurvey.read(context)
    let ((pseudonyms, ledger), report) = try both(
      {
        (
          try HolderPseudonyms(pipeline, context),
          try LedgerReader.entries(pipeline, context, survey)
        )
      },
      { try ReportAssembly(pipeline, context, survey).report() })
    // One half is SQLite's work, the other text.
    _ = try both(
      { try writePackages(report, ledger, pseudonyms, context, steps) },
      { try writeDocuments(report, ledger, survey, pseudonyms, context, steps) })
    steps.finish()
    var facts = StageReport()
    facts.add("candidates", report.candidates.count)
    facts.add("ledger-lines", ledger.count)
    facts.add("villages", report.totals.villages)
    return facts
  }

  private func writePackages(
    _ report: CandidateReport, _ ledger: [LedgerReader.Entry], _ pseudonyms: HolderPseudonyms,
    _ context: StageContext, _ steps: ProgressSteps
  ) throws {
    try steps.begin()
    try ResultPackage(
      path: context.folder + "/" + ResultPackage.fileName, context: context,
      pseudonyms: pseudonyms, ledger: ledger,
      notices: report.methods.map {
        ($0.identifier, $0.isFileable ? "" : CandidateReport.indicativeNotice)
      }
    ).write(notice: report.isIndicative ? CandidateReport.indicativeNotice : "")
    try steps.begin()
    try QuarantinePackage(
      path: context.folder + "/" + QuarantinePackage.fileName, pipeline: pipeline, context: context
    ).write()
  }

  private func writeDocuments(
    _ candidates: CandidateReport, _ ledger: [LedgerReader.Entry], _ survey: LatestSurvey,
    _ pseudonyms: HolderPseudonyms, _ context: StageContext, _ steps: ProgressSteps
  ) throws {
    var report = candidates
    let villages = survey.villages.map(\.village)
    let names = Dictionary(
      villages.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    report.tenureGapPlots = try TenureGapList.plots(
      context, year: survey.year, villages: names, pseudonyms: pseudonyms)
    report.enclosures = try EnclosureSection.lines(
      context, villages: names, pseudonyms: pseudonyms)
    let renderer = CandidateReportRenderer(report)
    func path(_ name: String) -> String { context.folder + "/" + name }
    try steps.begin()
    try AtomicFile.write(renderer.html(), to: path("report.html"))
    try steps.begin()
    try AtomicFile.write(renderer.csv(), to: path("candidates.csv"))
    try steps.begin()
    try AtomicFile.write(renderer.tenureGapCSV(), to: path("tenure-gaps.csv"))
    try steps.begin()
    let notices = report.isIndicative ? [CandidateReport.indicativeNotice] : []
    try AtomicFile.write(
      LedgerLine.csv(ledger.map(\.line), notices: notices), to: path("ledger.csv"))
    try steps.begin()
    try Self.write(renderer.workbook(), context, "candidates.xlsx")
    try steps.begin()
    try writeVillageSheets(report, villages, context, steps)
    try steps.begin()
    let missing = pipeline.missingLayers.map { "! " + $0.note + "\n" }.joined()
    try AtomicFile.write(
      renderer.terminal() + (missing.isEmpty ? "" : "\n" + missing), to: path(Self.summary))
  }

  private func writeVillageSheets(
    _ report: CandidateReport, _ villages: [Village], _ context: StageContext,
    _ steps: ProgressSteps
  ) throws {
    guard let year = report.surveyYears.last else { return }
    let book = try VillageSheetReader.book(
      pipeline, context, year: year, villages: villages, counties: report.countyNames,
      sources: report.sources)
    var html: [UInt8] = []
    try Workers.run(
      count: book.htmlParts, threads: context.threads, window: 64,
      interruption: context.interruption, body: { book.htmlPart($0) }, into: &html,
      sink: { html, _, part in html += part })
    try AtomicFile.write(html, to: context.folder + "/village-sheets.html")
    try steps.begin()
    try Self.write(book.workbook(), context, "village-sheets.xlsx")
  }

  private static func write(
    _ parts: WorkbookParts, _ context: StageContext, _ name: String
  ) throws {
    var archive = try ZipArchiveWriter(path: context.folder + "/" + name)
    // One sheet may be as long as all others together: those wait for it, packed, to any number.
    try Workers.run(
      count: parts.count, threads: context.threads, window: parts.count,
      interruption: context.interruption,
      body: { number in
        let part = parts[number]
        return PackedEntry(part.path, part.bytes)
      }, into: &archive, sink: { archive, _, entry in try archive.add(entry) })
    try archive.finish()
  }
}
