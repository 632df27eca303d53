internal import Geospatial
internal import Pipeline
internal import Reporting

/// Writes what people open: `report.html`, `candidates.xlsx`, `candidates.csv`, `results.gpkg`
/// and the summary that the command line prints.
struct PublishStage: Stage {
  static let files = ["report.html", "candidates.xlsx", "candidates.csv", ResultPackage.fileName]
  static let summary = "summary.txt"

  let pipeline: PipelineFile

  var name: String { StageName.publish.rawValue }
  var title: String { StageName.publish.chineseName }
  var revision: Int { 1 }
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
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let report = try ReportAssembly(pipeline, context).report()
    let renderer = CandidateReportRenderer(report)
    let steps = Self.files.count + 1
    context.progress.report(1, of: steps, unit: "份成果")
    try AtomicFile.write(renderer.html(), to: context.folder + "/report.html")
    context.progress.report(2, of: steps, unit: "份成果")
    try AtomicFile.write(
      String(decoding: renderer.csv(), as: UTF8.self), to: context.folder + "/candidates.csv")
    var archive = try ZipArchiveWriter(path: context.folder + "/candidates.xlsx")
    for part in renderer.workbook() { try archive.add(part.path, part.bytes) }
    try archive.finish()
    context.progress.report(3, of: steps, unit: "份成果")
    try AtomicFile.write(renderer.terminal(), to: context.folder + "/" + Self.summary)
    try context.interruption.check()
    try ResultPackage(path: context.folder + "/" + ResultPackage.fileName, context: context)
      .write(notice: report.isIndicative ? CandidateReport.indicativeNotice : "")
    context.progress.report(steps, of: steps, unit: "份成果")
    var facts = StageReport()
    facts.add("candidates", report.candidates.count)
    facts.add("villages", report.totals.villages)
    return facts
  }
}
