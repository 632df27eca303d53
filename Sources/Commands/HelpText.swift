/// The texts of `lintan help`.
enum HelpText {
  /// - Parameter name: a command or topic; nil, or a word that is neither, for everything.
  static func overview(of name: String?) -> String {
    if let name, let command = LinTanCommand.commands.first(where: { $0.name == name }) {
      return of(command)
    }
    if let name, let text = HelpTopics.text(name) { return text }
    let width = LinTanCommand.commands.map { $0.name.count }.max() ?? 0
    var lines = [
      "LinTan 林碳: carbon-project candidates from 小班 and 林权 files",
      "",
      "usage: lintan COMMAND [options]",
      "",
    ]
    for command in LinTanCommand.commands {
      lines.append("  \(padded(command.name, width))  \(command.summary)")
    }
    let topics = [("COMMAND", "the options of one command")] + HelpTopics.list
    lines.append("")
    for (topic, meaning) in topics { lines.append("lintan help \(padded(topic, 10))  \(meaning)") }
    return lines.joined(separator: "\n")
  }

  static func of(_ command: any Command.Type) -> String {
    var lines = [
      "usage: lintan \(command.name) \(command.usage)", "", command.summary,
    ]
    let names = command.options.map { "--\($0.name)" + ($0.value.map { " " + $0 } ?? "") }
    let width = names.map(\.count).max() ?? 0
    if !names.isEmpty { lines.append("") }
    for (name, option) in zip(names, command.options) {
      lines.append("  \(padded(name, width))  \(option.help)")
    }
    return lines.joined(separator: "\n")
  }

  static var exitCodes: String {
    ExitCode.allCases.map { code in
      let number = String(code.rawValue)
      return String(repeating: " ", count: 5 - number.count) + number + "  " + code.meaning
    }.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
