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
    guard arguments.words.count > 1 else { return console.print(try list(query)) }
    var lines: [String] = []
    try query.run(
      arguments.words[1], names: { lines.append(line($0)) },
      row: { row in
        lines.append(line(row))
        guard lines.count >= rowsAtOnce else { return }
        try console.interruption.check()
        console.print(lines.joined(separator: "\n"))
        lines.removeAll(keepingCapacity: true)
      })
    if !lines.isEmpty { console.print(lines.joined(separator: "\n")) }
  }

  /// A line of CSV (RFC 4180).
  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",")
  }

  private static func list(_ query: borrowing RunQuery) throws -> String {
    try query.tables().map { table in
      "\(table.stage).\(table.name)  \(table.rows) rows\n    "
        + table.columns.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
