/// A command line that cannot be understood.
public enum UsageError: Error, Sendable, Equatable {
  case noCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, command: String, suggestion: String?)
  case missingValue(option: String)
  case badValue(option: String, value: String, expected: String)
  case missingArgument(String, command: String)
  case extraArgument(String, command: String)
}
