internal import Pipeline
internal import Stages

/// `lintan query`: SQL over the results of a run.
enum QueryCommand: Command {
  static let name = "query"
  static let summary = "ask SQL of the results of a run; without SQL, list their tables"
  static let usage = "RUN [SQL] [--work FOLDER]"
  static let options = [
    Arguments.Option("work", "FOLDER", help: "where the pipeline keeps its results")
  ]

  /// Rows that are put out together.
  private static let rowsAtOnce = 1000

  static func run(_ arguments: Arguments, console: Console) throws {
    guard let run = arguments.words.first else {
      throw UsageError.missingArgument(
        "RUN: a pipeline file, a work folder or a run's folder", command: name)
    }
    if arguments.words.count > 2 {
      throw UsageError.extraArgument(arguments.words[2], command: name)
    }
    let query = try RunQuery(run, workFolder: arguments.text("work"))
    for stage in query.missingStages {
      console.note("note: the results of \(stage.rawValue) are gone; run the pipeline again")
    }
    for stage in query.outdatedStages {
      console.note(
        "note: the settings of \(stage.rawValue) in the pipeline file are newer than these results")
    }
    guard arguments.words.count > 1 else { return console.print(try list(query)) }
    var text = CSVLines()
    do {
      try query.run(
        arguments.words[1], names: { text.append($0) },
        row: { row in
          text.append(row)
          guard text.count >= rowsAtOnce else { return }
          try console.interruption.check()
          console.print(text.take())
          guard console.canPrint else { throw NobodyReads() }
        })
    } catch is NobodyReads { return }
    if text.count > 0 { console.print(text.take()) }
  }

  /// The output takes no more: what is left need not be computed.
  private struct NobodyReads: Error {}

  private static func list(_ query: borrowing RunQuery) throws -> String {
    try query.tables().map { table in
      "\(table.stage).\(table.name)  \(table.rows) rows\n    "
        + table.columns.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
