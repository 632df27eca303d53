internal import Configuration

/// Configuration files and command lines.
extension FailureMessage {
  /// `file:line:column: at path`.
  static func place(_ error: ConfigurationError) -> String {
    var text = error.file
    if let position = error.position { text += ":\(position.line):\(position.column)" }
    if !error.path.isEmpty { text += ": at \(brief(error.path))" }
    return text
  }

  /// Beginning and end of a text that may be as long as a file.
  private static func brief(_ text: String) -> String {
    text.utf8.count <= 200 ? text : text.prefix(80) + " … " + text.suffix(20)
  }

  static func configuration(_ error: ConfigurationError) -> FailureMessage {
    let place = place(error)
    var message = FailureMessage(problem: "", exitCode: .configuration)
    switch error.problem {
    case .syntax(let expected, let found):
      message.problem = "\(place): expected \(expected), found \(found)"
      message.remedy = "mend the file at this place"
    case .duplicateKey(let key, let first):
      message.problem = "\(place): “\(brief(key))” is given twice"
      message.remedy = "keep one; the first is in line \(first.line)"
    case .unknownKey(let key, let suggestion, let known):
      message.problem = "\(place): “\(brief(key))” is not known here"
      message.details = ["known: " + list(known.map(brief), limit: 30)]
      message.remedy = suggestion.map { "did you mean “\($0)”?" } ?? "remove it"
    case .missingKey(let key, let nearby):
      message.problem = "\(place): “\(key)” is missing"
      message.remedy = nearby.map { "did you write “\($0)” for it?" } ?? "add it"
    case .wrongType(let expected, let found):
      message.problem = "\(place): \(expected) is needed, \(found) is given"
      message.remedy = "write \(expected)"
    case .outOfRange(let value, let allowed):
      message.problem = "\(place): \(brief(value)) is out of range"
      message.remedy = "allowed: \(allowed)"
    case .notOneOf(let value, let suggestion, let allowed):
      message.problem = "\(place): “\(brief(value))” is not one of the values allowed"
      message.details = ["allowed: " + list(allowed, limit: 30)]
      message.remedy = suggestion.map { "did you mean “\($0)”?" } ?? "choose one of these"
    case .invalid(let reason):
      message.problem = "\(place): \(reason)"
      message.remedy = "correct this value, or remove it"
    case .unusable(let reason, let remedy):
      message.problem = "\(place): \(reason)"
      message.remedy = remedy
    case .notUTF8(let offset):
      message.problem = "\(error.file): not UTF-8 (byte \(offset))"
      message.remedy = "save the file as UTF-8"
    }
    return message
  }

  static func usage(_ error: UsageError) -> FailureMessage {
    var message = FailureMessage(problem: "", exitCode: .usage)
    switch error {
    case .noCommand:
      message.problem = "no command is given"
      message.remedy = "try `lintan run pipelines/demo.json5` or `lintan help`"
    case .unknownCommand(let name, let suggestion):
      message.problem = "“\(name)” is not a command"
      message.remedy = suggestion.map { "did you mean `lintan \($0)`?" } ?? "see `lintan help`"
    case .unknownOption(let option, let command, let suggestion):
      message.problem = "`lintan \(command)` has no option \(option)"
      message.remedy =
        suggestion.map { "did you mean \($0)?" } ?? "see `lintan help \(command)`"
    case .missingValue(let option):
      message.problem = "\(option) needs a value"
      message.remedy = "write \(option) VALUE"
    case .badValue(let option, let value, let expected):
      message.problem = "\(option): “\(value)” will not do"
      message.remedy = "give \(expected)"
    case .missingArgument(let meaning, let command):
      message.problem = "`lintan \(command)` needs \(meaning)"
      message.remedy = "see `lintan help \(command)`"
    case .extraArgument(let word, let command):
      message.problem = "`lintan \(command)` does not know what to do with “\(word)”"
      message.remedy = "see `lintan help \(command)`"
    }
    return message
  }
}
