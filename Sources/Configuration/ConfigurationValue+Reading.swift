/// One value read as one Swift type, or refused with its place. `ConfigurationReader` does this for
/// the members of an object; callers use it for maps with free keys.
extension ConfigurationValue {
  public func string(file: String, path: String) throws(ConfigurationError) -> String {
    guard case .string(let text) = kind else { throw wrongType("text", file, path) }
    return text
  }

  public func bool(file: String, path: String) throws(ConfigurationError) -> Bool {
    guard case .bool(let value) = kind else { throw wrongType("true or false", file, path) }
    return value
  }

  /// A finite number in the range; NaN and infinities are out of any range.
  public func number(
    in range: ClosedRange<Double>, file: String, path: String
  ) throws(ConfigurationError) -> Double {
    guard case .number(let value) = kind else { throw wrongType("a number", file, path) }
    guard value.isFinite, range.contains(value) else {
      throw refusal(
        .outOfRange(value: Self.shortest(value), allowed: Self.describe(range)), file, path)
    }
    return value
  }

  /// A whole number in the range; `3.0` is one, `3.5` is not. Beyond 2⁵³ − 1 the numbers of the
  /// file are no longer exact, so they are out of any range.
  public func integer(
    in range: ClosedRange<Int>, file: String, path: String
  ) throws(ConfigurationError) -> Int {
    guard case .number(let value) = kind else { throw wrongType("a whole number", file, path) }
    let outOfRange = ConfigurationError.Problem.outOfRange(
      value: Self.shortest(value), allowed: Self.describe(range))
    guard value.isFinite, value.magnitude <= Double(Self.largestExact) else {
      throw refusal(outOfRange, file, path)
    }
    // Not Int(exactly:), which calls the C library's rounding: nothing here links against it.
    let whole = Int(value)
    guard Double(whole) == value else { throw wrongType("a whole number", file, path) }
    guard range.contains(whole) else { throw refusal(outOfRange, file, path) }
    return whole
  }

  /// A word of a closed list, compared exactly.
  public func choice<T: RawRepresentable & CaseIterable>(
    _ type: T.Type, file: String, path: String
  ) throws(ConfigurationError) -> T where T.RawValue == String {
    let word = try string(file: file, path: path)
    if let meant = T(rawValue: word) { return meant }
    let allowed = T.allCases.map(\.rawValue)
    throw refusal(
      .notOneOf(
        value: word, suggestion: Suggestion.closest(to: word, among: allowed), allowed: allowed),
      file, path)
  }

  public func array(file: String, path: String) throws(ConfigurationError) -> [ConfigurationValue] {
    guard case .array(let values) = kind else { throw wrongType("a list", file, path) }
    return values
  }

  public func members(file: String, path: String) throws(ConfigurationError) -> [Member] {
    guard case .object(let members) = kind else { throw wrongType("an object", file, path) }
    return members
  }

  /// A list of texts; one plain text is a list of one.
  func strings(file: String, path: String) throws(ConfigurationError) -> [String] {
    if case .string(let text) = kind { return [text] }
    guard case .array(let values) = kind else { throw wrongType("a list of texts", file, path) }
    var result: [String] = []
    for (index, value) in values.enumerated() {
      let place = ConfigurationPath.element(index, of: path)
      result.append(try value.string(file: file, path: place))
    }
    return result
  }

  func numbers(
    in range: ClosedRange<Double>, file: String, path: String
  ) throws(ConfigurationError) -> [Double] {
    guard case .array(let values) = kind else { throw wrongType("a list of numbers", file, path) }
    var result: [Double] = []
    for (index, value) in values.enumerated() {
      let place = ConfigurationPath.element(index, of: path)
      result.append(try value.number(in: range, file: file, path: place))
    }
    return result
  }

  func objects(file: String, path: String) throws(ConfigurationError) -> [ConfigurationReader] {
    guard case .array(let values) = kind else { throw wrongType("a list of objects", file, path) }
    var result: [ConfigurationReader] = []
    for (index, value) in values.enumerated() {
      let place = ConfigurationPath.element(index, of: path)
      result.append(try ConfigurationReader(value, file: file, path: place))
    }
    return result
  }

  // MARK: Errors

  private func wrongType(
    _ expected: String, _ file: String, _ path: String
  ) -> ConfigurationError {
    refusal(.wrongType(expected: expected, found: describe()), file, path)
  }

  private func refusal(
    _ problem: ConfigurationError.Problem, _ file: String, _ path: String
  ) -> ConfigurationError {
    ConfigurationError(file: file, position: position, path: path, problem: problem)
  }

  /// The value as a noun.
  private func describe() -> String {
    switch kind {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): "the number \(Self.shortest(value))"
    case .string(let text):
      "the text " + Self.quoted(text.count > 40 ? text.prefix(40) + "…" : text)
    case .array: "a list"
    case .object: "an object"
    }
  }

  private static let largestExact = 9_007_199_254_740_991

  private static func describe(_ range: ClosedRange<Double>) -> String {
    let hasLower = range.lowerBound > -Double.greatestFiniteMagnitude
    let hasUpper = range.upperBound < Double.greatestFiniteMagnitude
    return switch (hasLower, hasUpper) {
    case (true, true): "\(shortest(range.lowerBound)) to \(shortest(range.upperBound))"
    case (true, false): "at least \(shortest(range.lowerBound))"
    case (false, true): "at most \(shortest(range.upperBound))"
    case (false, false): "any finite number"
    }
  }

  private static func describe(_ range: ClosedRange<Int>) -> String {
    "\(max(range.lowerBound, -largestExact)) to \(min(range.upperBound, largestExact))"
  }
}
