/// One thing that `lintan` can be told to do.
protocol Command: Sendable {
  static var name: String { get }
  /// One line for the list of commands.
  static var summary: String { get }
  /// What follows the name in the usage line.
  static var usage: String { get }
  static var options: [Arguments.Option] { get }

  static func run(_ arguments: Arguments, console: Console) throws
}
