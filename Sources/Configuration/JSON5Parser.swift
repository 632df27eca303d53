/// Recursive descent over the scalars of one file; its depth is bounded by `JSON5.deepest`.
struct JSON5Parser {
  private enum Step {
    case key(String)
    case index(Int)
  }

  private let file: String
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var position = TextPosition(line: 1, column: 1)
  /// The value being read. Kept as steps and written out only for an error: a file of many values
  /// below long keys must not cost their product.
  private var steps: [Step] = []

  init(text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
    // The byte order mark is no character of the first line.
    if scalars.first == "\u{FEFF}" { index = 1 }
  }

  mutating func document() throws(ConfigurationError) -> ConfigurationValue {
    try skipSpace()
    let root = try value()
    try skipSpace()
    guard peek == nil else { throw unexpected("the end of the file") }
    return root
  }

  /// The position behind the last character.
  mutating func endPosition() -> TextPosition {
    while peek != nil { advance() }
    return position
  }

  // MARK: Characters, shared with the other parts of the parser

  var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  mutating func advance() {
    guard let scalar = peek else { return }
    index += 1
    if scalar == "\n" || (scalar == "\r" && peek != "\n") {
      position.line += 1
      position.column = 1
    } else {
      position.column += 1
    }
  }

  /// Steps over one character if it is this one.
  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    advance()
    return true
  }

  func error(
    _ problem: ConfigurationError.Problem, at position: TextPosition? = nil
  ) -> ConfigurationError {
    var path = ""
    for step in steps {
      switch step {
      case .key(let key): path = ConfigurationPath.member(key, of: path)
      case .index(let index): path = ConfigurationPath.element(index, of: path)
      }
    }
    return ConfigurationError(
      file: file, position: position ?? self.position, path: path, problem: problem)
  }

  /// Complains about whatever stands here.
  func unexpected(_ expected: String) -> ConfigurationError {
    error(.syntax(expected: expected, found: describeHere()))
  }

  // MARK: Space

  private mutating func skipSpace() throws(ConfigurationError) {
    while let scalar = peek {
      if JSON5.isWhitespace(scalar) {
        advance()
      } else if scalar == "/", peek(1) == "/" {
        while let inside = peek, !JSON5.isLineTerminator(inside) { advance() }
      } else if scalar == "/", peek(1) == "*" {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(ConfigurationError) {
    let start = position
    advance()
    advance()
    while peek != nil {
      if peek == "*", peek(1) == "/" {
        advance()
        advance()
        return
      }
      advance()
    }
    throw unexpected("the “*/” of the comment begun at \(Self.words(start))")
  }

  // MARK: Values

  private mutating func value() throws(ConfigurationError) -> ConfigurationValue {
    let start = position
    let kind: ConfigurationValue.Kind
    switch peek {
    case "{": kind = .object(try members())
    case "[": kind = .array(try elements())
    case "\"", "'": kind = .string(try string())
    case .some("0"..."9"), "+", "-", ".": kind = .number(try number())
    case .some(let scalar) where JSON5.isIdentifierStart(scalar):
      let found = describeHere()
      switch try identifier() {
      case "null": kind = .null
      case "true": kind = .bool(true)
      case "false": kind = .bool(false)
      case "NaN": kind = .number(.nan)
      case "Infinity": kind = .number(.infinity)
      default:
        throw error(.syntax(expected: "a value (text needs quotes)", found: found), at: start)
      }
    default: throw unexpected("a value")
    }
    return ConfigurationValue(kind: kind, position: start)
  }

  private mutating func members() throws(ConfigurationError) -> [ConfigurationValue.Member] {
    let start = position
    try checkDepth()
    advance()
    var members: [ConfigurationValue.Member] = []
    var seen: [String: TextPosition] = [:]
    while true {
      try skipSpace()
      if accept("}") { return members }
      let keyPosition = position
      let key = try self.key(objectStart: start)
      if let first = seen.updateValue(keyPosition, forKey: key) {
        throw error(.duplicateKey(key, firstAt: first), at: keyPosition)
      }
      try skipSpace()
      guard accept(":") else { throw unexpected("“:” after the key") }
      try skipSpace()
      steps.append(.key(key))
      members.append(
        ConfigurationValue.Member(key: key, keyPosition: keyPosition, value: try value()))
      steps.removeLast()
      try skipSpace()
      if accept(",") { continue }
      guard peek == "}" else {
        throw unexpected("“,” or the “}” of the object begun at \(Self.words(start))")
      }
    }
  }

  private mutating func key(objectStart: TextPosition) throws(ConfigurationError) -> String {
    switch peek {
    case "\"", "'": return try string()
    case "\\": return try identifier()
    case .some(let scalar) where JSON5.isIdentifierStart(scalar): return try identifier()
    case .some("0"..."9"): throw unexpected("a key (one that begins with a digit needs quotes)")
    default: throw unexpected("a key or the “}” of the object begun at \(Self.words(objectStart))")
    }
  }

  private mutating func elements() throws(ConfigurationError) -> [ConfigurationValue] {
    let start = position
    try checkDepth()
    advance()
    var elements: [ConfigurationValue] = []
    while true {
      try skipSpace()
      if accept("]") { return elements }
      if peek == nil {
        throw unexpected("a value or the “]” of the list begun at \(Self.words(start))")
      }
      steps.append(.index(elements.count))
      elements.append(try value())
      steps.removeLast()
      try skipSpace()
      if accept(",") { continue }
      guard peek == "]" else {
        throw unexpected("“,” or the “]” of the list begun at \(Self.words(start))")
      }
    }
  }

  /// Each open object or list has pushed one step, save the one about to be opened.
  private func checkDepth() throws(ConfigurationError) {
    guard steps.count < JSON5.deepest else {
      throw error(.invalid("objects and lists are nested more than \(JSON5.deepest) deep"))
    }
  }

  static func words(_ position: TextPosition) -> String {
    "line \(position.line), column \(position.column)"
  }
}
