internal import Pipeline
internal import Stages

/// `lintan explain`: how every number of one 小班 came about.
enum ExplainCommand: Command {
  static let name = "explain"
  static let summary = "show how the numbers of one 小班 come about, step by step"
  static let usage = "RUN PLOT [--method ID] [--work FOLDER] [--json]"
  static let options = [
    Arguments.Option("method", "ID", help: "only this method"),
    Arguments.Option("work", "FOLDER", help: "where the pipeline keeps its results"),
    Arguments.Option("json", help: "as JSON, numbers in full"),
  ]

  static func run(_ arguments: Arguments, console: Console) throws {
    guard let run = arguments.words.first else {
      throw UsageError.missingArgument(
        "RUN: a pipeline file, a work folder or a run's folder", command: name)
    }
    guard arguments.words.count > 1 else {
      throw UsageError.missingArgument(
        "PLOT: a store row, or the key of a 小班 such as 449921001001/0001/0012", command: name)
    }
    if arguments.words.count > 2 {
      throw UsageError.extraArgument(arguments.words[2], command: name)
    }
    let explanation = try Explainer(run, workFolder: arguments.text("work"))
      .explain(arguments.words[1], method: arguments.text("method"))
    console.print(
      arguments.has("json")
        ? MethodsCommand.trimmed(try CanonicalJSON.pretty(explanation))
        : ExplanationText(explanation).text)
    // What was explained has been shown; that it is not what is stored must not pass unseen.
    if !explanation.agrees {
      throw ExplanationMismatch(
        row: explanation.subject.row,
        methods: explanation.methods.filter { !$0.agrees }.map(\.id))
    }
  }
}
