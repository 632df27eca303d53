internal import Foundation
internal import Stages

/// Rows and lists that cannot be used.
extension FailureMessage {
  static func tooFew(_ error: TooFewUsable) -> FailureMessage {
    let share = error.leastShare
    let details = error.reasons.prefix(8).map { reason in
      "\(reason.rule) (\(reason.chineseTitle)): \(reason.count) row\(reason.count == 1 ? "" : "s"), "
        + "first in \(reason.path) row \(reason.row), column \(reason.field): “\(reason.value)”"
    }
    let more = error.reasons.count - details.count
    return FailureMessage(
      problem: error.usable == 0
        ? "none of the \(error.rows) rows of survey \(error.survey) is usable"
        : "\(error.usable) of the \(error.rows) rows of survey \(error.survey) are usable, less than "
          + "the \(String(format: "%.1f", share * 100)) % that leastUsableShare asks for",
      details: details + (more > 0 ? ["… and \(more) more rules"] : []),
      remedy: "look for a wrong column, unit or code list in its mapping (`lintan inspect` helps), "
        + "or mend the rows"
        + (error.usable == 0
          ? "" : "; a smaller leastUsableShare in \(error.pipeline) lets it pass"),
      exitCode: .data)
  }

  static func speciesGroup(_ error: UnknownSpeciesGroup) -> FailureMessage {
    let shown = error.entries.prefix(12).map { entry in
      "code \(entry.code) (\(entry.name)): “\(entry.meaning)”"
        + (entry.suggestion.map { " — did you mean “\($0)”?" } ?? "")
    }
    let more = error.entries.count - shown.count
    return FailureMessage(
      problem: "code list \(error.codeList) (columns.\(error.field) in \(error.mapping)): "
        + "a meaning is no species group that a method of this run or LinTan knows",
      details: shown + (more > 0 ? ["… and \(more) more codes"] : []),
      remedy: "write one of the groups that `lintan help species` lists, or give the group "
        + "coefficients in a method file",
      exitCode: .configuration)
  }
}
