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
    let pseudonyms = try HolderPseudonyms(pipeline, context)
    var report = try ReportAssembly(pipeline, context).report()
    let names = try villageNames(context)
    report.tenureGapPlots = try TenureGapList.plots(
      context, villages: names, pseudonyms: pseudonyms)
    report.enclosures = try EnclosureSection.lines(
      context, villages: names, pseudonyms: pseudonyms)
    let ledger = try LedgerReader.entries(pipeline, context)
    let renderer = CandidateReportRenderer(report)
    let steps = Self.files.count + 1
    var step = 0
    func begin() throws {
      try context.interruption.check()
      step += 1
      context.progress.report(step, of: steps, unit: "份成果")
    }
    try begin()
    try AtomicFile.write(renderer.html(), to: context.folder + "/report.html")
    try begin()
    try Self.write(renderer.csv(), context, "candidates.csv")
    try Self.write(renderer.tenureGapCSV(), context, "tenure-gaps.csv")
    let notices = report.isIndicative ? [CandidateReport.indicativeNotice] : []
    try Self.write(
      LedgerLine.csv(ledger.map(\.line), notices: notices), context, "ledger.csv")
    try begin()
    try Self.write(renderer.workbook(), context, "candidates.xlsx")
    try begin()
    try writeVillageSheets(report, context)
    try begin()
    let missing = pipeline.missingLayers.map { "! " + $0.note + "\n" }.joined()
    try AtomicFile.write(
      renderer.terminal() + (missing.isEmpty ? "" : "\n" + missing),
      to: context.folder + "/" + Self.summary)
    try ResultPackage(
      path: context.folder + "/" + ResultPackage.fileName, context: context,
      pseudonyms: pseudonyms, ledger: ledger,
      notices: report.methods.map {
        ($0.identifier, $0.isFileable ? "" : CandidateReport.indicativeNotice)
      }
    ).write(notice: report.isIndicative ? CandidateReport.indicativeNotice : "")
    try begin()
    try QuarantinePackage(
      path: context.folder + "/" + QuarantinePackage.fileName, pipeline: pipeline, context: context
    ).write()
    context.progress.report(steps, of: steps, unit: "份成果")
    var facts = StageReport()
    facts.add("candidates", report.candidates.count)
    facts.add("ledger-lines", ledger.count)
    facts.add("villages", report.totals.villages)
    return facts
  }

  private func villageNames(_ context: StageContext) throws -> [String: String] {
    let villages = try InventoryReader(
      folder: try context.upstreamFolder(StageName.ingest.rawValue)
    ).villages().map(\.village)
    return Dictionary(villages.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func writeVillageSheets(_ report: CandidateReport, _ context: StageContext) throws {
    guard let year = report.surveyYears.last else { return }
    let book = try VillageSheetReader.book(
      pipeline, context, year: year, counties: report.countyNames, sources: report.sources)
    try AtomicFile.write(book.html(), to: context.folder + "/village-sheets.html")
    try Self.write(book.workbook(), context, "village-sheets.xlsx")
  }

  private static func write(_ bytes: [UInt8], _ context: StageContext, _ name: String) throws {
    try AtomicFile.write(
      String(decoding: bytes, as: UTF8.self), to: context.folder + "/" + name)
  }

  private static func write(
    _ parts: [WorkbookPart], _ context: StageContext, _ name: String
  ) throws {
    var archive = try ZipArchiveWriter(path: context.folder + "/" + name)
    for part in parts { try archive.add(part.path, part.bytes) }
    try archive.finish()
  }
}
