internal import Stages

/// Explanations that cannot be given.
extension FailureMessage {
  static func explain(_ error: ExplainError) -> FailureMessage {
    switch error {
    case .noSuchRun(let path):
      FailureMessage(
        problem: "\(path): no such file or folder",
        remedy: "name a pipeline file, its work folder, or a folder below `runs` in it",
        exitCode: .noInput)
    case .notARun(let path):
      FailureMessage(
        problem: "\(path): neither a work folder nor the folder of a run",
        remedy: "name a pipeline file, its work folder, or a folder below `runs` in it",
        exitCode: .wrongKind)
    case .noResults(let work):
      FailureMessage(
        problem: "\(work): no results yet", remedy: "run the pipeline first with `lintan run`",
        exitCode: .noInput)
    case .unknownPlot(let text, let rows):
      FailureMessage(
        problem: "no 小班 has the row number or key “\(text)” (\(rows) rows are stored)",
        remedy: "give a row number, or the end of a key after a “/”, "
          + "such as 449921001001/0001/0012 or 0001/0012",
        exitCode: .usage)
    case .ambiguousPlot(let text, let count, let first):
      FailureMessage(
        problem: "“\(text)” fits \(count) 小班",
        details: first.map {
          "row \($0.row): \($0.key) (\($0.survey)\($0.isQuarantined ? ", quarantined" : ""))"
        } + (count > first.count ? ["… and \(count - first.count) more"] : []),
        remedy: "give more of the key, or the row number", exitCode: .usage)
    case .unknownMethod(let id, let known):
      FailureMessage(
        problem: "the run has no method \(id)", remedy: "methods of the run: " + list(known),
        exitCode: .usage)
    case .changedResult(let path):
      FailureMessage(
        problem: "\(path): changed, damaged or removed since it was made",
        remedy: "run the pipeline again: what is not as it was is computed anew", exitCode: .store)
    case .damagedRecord(let path, let what):
      FailureMessage(
        problem: "\(path): the record of the run lacks \(what)",
        remedy: "remove the work folder and run again", exitCode: .store)
    }
  }

  static func mismatch(_ error: ExplanationMismatch) -> FailureMessage {
    FailureMessage(
      problem: "row \(error.row): the derivation does not give the stored numbers ("
        + list(error.methods) + ")",
      details: ["the stored result was changed, or made by another version of LinTan"],
      remedy: "compute it again with `lintan run PIPELINE --from quantify`; "
        + "if they still differ, report it",
      exitCode: .store)
  }
}
