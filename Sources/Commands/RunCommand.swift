internal import Geospatial
internal import Pipeline
internal import Stages

/// `lintan run`: runs a pipeline and prints the ranked table.
enum RunCommand: Command {
  static let name = "run"
  static let summary = "run a pipeline and write its reports"
  static let usage = "PIPELINE [options]"
  static let options = [
    Arguments.Option("threads", "N", help: "worker threads (default: all processors)"),
    Arguments.Option("from", "STAGE", help: "run this stage and the later ones anew"),
    Arguments.Option("force", help: "run all stages anew"),
    Arguments.Option("work", "DIR", help: "where stage results are kept (default: work/NAME)"),
    Arguments.Option("output", "DIR", help: "where reports are put (default: output/NAME)"),
  ]

  static func run(_ arguments: Arguments, console: Console) throws {
    FreedMemory.keep()
    let path = try arguments.onlyWord("a pipeline file", command: name)
    let threads = try arguments.integer("threads", in: 1...256) ?? Surroundings.processorCount
    let pipeline = try PipelineRun(
      path: path, workFolder: arguments.text("work"), outputFolder: arguments.text("output"))
    let outcome = try pipeline.run(
      threads: threads,
      options: RunOptions(from: arguments.text("from"), force: arguments.has("force")),
      interruption: console.interruption, observer: ConsoleObserver(console))
    console.finishProgress()
    if !outcome.summary.isEmpty { console.print("\n" + outcome.summary) }
    if outcome.result.stages.allSatisfy({ $0.outcome == .reused }) {
      console.print("Nothing has changed: every stage was reused.")
    }
    if outcome.files.isEmpty {
      console.print("Results are in \(pipeline.file.workFolder)")
    } else {
      console.print("Reports:")
      for file in outcome.files { console.print("  " + Surroundings.shortened(file)) }
    }
  }
}
