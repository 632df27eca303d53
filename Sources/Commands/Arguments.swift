internal import Configuration

/// The words after a command, sorted into options and the rest.
struct Arguments {
  /// An option that a command knows.
  struct Option: Sendable {
    var name: String
    /// What its value is called in help; nil for a switch.
    var value: String?
    var help: String

    init(_ name: String, _ value: String? = nil, help: String) {
      self.name = name
      self.value = value
      self.help = help
    }
  }

  private var values: [String: String] = [:]
  private var switches: Set<String> = []
  /// Words that belong to no option, in order.
  private(set) var words: [String] = []

  /// Options are `--name value` or `--name=value`; `--` ends them.
  init(_ arguments: [String], options: [Option], command: String) throws(UsageError) {
    var rest = arguments[...]
    var isOver = false
    while let word = rest.popFirst() {
      guard !isOver, word.hasPrefix("--") || (word.hasPrefix("-") && word.count > 1) else {
        words.append(word)
        continue
      }
      if word == "--" {
        isOver = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = options.first(where: { "--" + $0.name == parts[0] }) else {
        throw .unknownOption(
          parts[0], command: command,
          suggestion: Suggestion.closest(to: parts[0], among: options.map { "--" + $0.name }))
      }
      if option.value == nil {
        guard parts.count == 1 else {
          throw .badValue(option: parts[0], value: parts[1], expected: "no value")
        }
        switches.insert(option.name)
      } else if parts.count == 2 {
        values[option.name] = parts[1]
      } else if let value = rest.popFirst() {
        values[option.name] = value
      } else {
        throw .missingValue(option: parts[0])
      }
    }
  }

  func text(_ name: String) -> String? { values[name] }

  func has(_ name: String) -> Bool { switches.contains(name) }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = values[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw .badValue(
        option: "--" + name, value: text,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// The only word.
  func onlyWord(_ meaning: String, command: String) throws(UsageError) -> String {
    guard let word = words.first else { throw .missingArgument(meaning, command: command) }
    if words.count > 1 { throw .extraArgument(words[1], command: command) }
    return word
  }

  func noWords(command: String) throws(UsageError) {
    if let word = words.first { throw .extraArgument(word, command: command) }
  }
}
