internal import Archive
internal import Configuration
internal import Geospatial
internal import Mapping
internal import Pipeline
internal import Stages

/// What is printed when something goes wrong, and the exit code: the one place where errors turn
/// into words. A message says which file, which field, what is wrong and what to do.
struct FailureReport {
  let text: String
  let exitCode: ExitCode

  init(_ error: any Error) {
    let message = FailureMessage.of(error)
    var lines = ["error: " + message.problem]
    lines += message.details.map { "  " + $0 }
    if let remedy = message.remedy { lines.append("  → " + remedy) }
    text = lines.joined(separator: "\n")
    exitCode = message.exitCode
  }
}
