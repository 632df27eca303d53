internal import Configuration

/// The command line as a function: what `main` calls, and what tests call.
public enum LinTanCommand {
  static let commands: [any Command.Type] = [
    InspectCommand.self,
    PlanCommand.self,
    RunCommand.self,
    ExplainCommand.self,
    QueryCommand.self,
    MethodsCommand.self,
    RulesCommand.self,
    SynthesizeCommand.self,
  ]

  public static let version = "0.1.0"

  /// Runs one command.
  ///
  /// - Parameter arguments: the words after the program's name.
  /// - Returns: the exit code; messages have been printed.
  public static func main(_ arguments: [String], console: Console) -> ExitCode {
    do {
      try dispatch(arguments, console)
      if let failure = console.outputFailure { throw UnwritableOutput(reason: failure) }
      return .success
    } catch {
      let report = FailureReport(error)
      console.finishProgress()
      console.complain(report.text)
      return report.exitCode
    }
  }

  private static func dispatch(_ arguments: [String], _ console: Console) throws {
    guard let name = arguments.first else { throw UsageError.noCommand }
    switch name {
    case "help", "--help", "-h":
      console.print(HelpText.overview(of: arguments.dropFirst().first))
    case "--version", "version":
      console.print("lintan \(version)")
    default:
      guard let command = commands.first(where: { $0.name == name }) else {
        throw UsageError.unknownCommand(
          name,
          suggestion: Suggestion.closest(
            to: name, among: commands.map { $0.name } + ["help", "version"]))
      }
      let rest = Array(arguments.dropFirst())
      if rest.contains("--help") || rest.contains("-h") {
        console.print(HelpText.of(command))
        return
      }
      try command.run(
        Arguments(rest, options: command.options, command: command.name), console: console)
    }
  }
}
