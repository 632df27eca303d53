import Pipeline

/// Writes one file made of its configuration, its inputs and the files of its upstream stages.
struct TestStage: Stage {
  var name: String
  var title: String { "Stage " + name }
  var revision = 1
  var configuration = "{}"
  var inputs: [StageInput] = []
  var upstream: [String] = []
  var before: @Sendable (StageContext) throws -> Void = { _ in }
  var after: @Sendable (StageContext) throws -> Void = { _ in }

  func run(_ context: StageContext) throws -> StageReport {
    try before(context)
    var text = "\(name) \(revision) \(configuration)\n"
    for path in inputs.flatMap(\.paths) where !Folder.exists(path) {
      text += String(decoding: try AtomicFile.read(path), as: UTF8.self) + "\n"
    }
    for stage in upstream {
      text += String(
        decoding: try AtomicFile.read(try context.upstreamFolder(stage) + "/out.txt"),
        as: UTF8.self)
    }
    try AtomicFile.write(text, to: context.folder + "/out.txt")
    context.progress.report(1, of: 1, unit: "files")
    try after(context)
    var report = StageReport(lines: ["小班 read"])
    report.add("bytes", text.utf8.count)
    report.add("share", 3.0)
    report.add("unknown", Double.nan)
    return report
  }
}
