internal import Pipeline
internal import Stages

/// `lintan plan`: what a run would do, and why.
enum PlanCommand: Command {
  static let name = "plan"
  static let summary = "show which stages a run would compute, and why"
  static let usage = "PIPELINE [options]"
  static let options = [
    Arguments.Option("work", "DIR", help: "where stage results are kept (default: work/NAME)")
  ]

  static func run(_ arguments: Arguments, console: Console) throws {
    let path = try arguments.onlyWord("a pipeline file", command: name)
    let pipeline = try PipelineRun(path: path, workFolder: arguments.text("work"))
    for stage in try pipeline.plan().stages {
      let padded = stage.name + String(repeating: " ", count: max(0, 9 - stage.name.count))
      let reasons = stage.reasons.map { reason in
        reason.kind.rawValue + (reason.subject.map { ": " + $0 } ?? "")
      }
      console.print(
        "\(padded)\(stage.title)  "
          + (stage.isReused
            ? "reuse \(stage.folder)" : "compute (\(reasons.joined(separator: "; ")))"))
    }
  }
}
