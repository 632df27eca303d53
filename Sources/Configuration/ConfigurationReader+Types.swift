extension ConfigurationReader {
  /// The range of `numbers` when none is given.
  private static var anyFinite: ClosedRange<Double> {
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }

  /// Text, as it is; it may be empty.
  public func string(_ key: String) throws(ConfigurationError) -> String {
    try required(key).string(file: file, path: pathOf(key))
  }

  public func optionalString(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = optional(key) else { return nil }
    return try value.string(file: file, path: pathOf(key))
  }

  /// `true` or `false`.
  public func bool(_ key: String) throws(ConfigurationError) -> Bool {
    try required(key).bool(file: file, path: pathOf(key))
  }

  public func optionalBool(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = optional(key) else { return nil }
    return try value.bool(file: file, path: pathOf(key))
  }

  /// A finite number within the range, which is in the unit of the key.
  public func number(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError)
    -> Double
  {
    try required(key).number(in: range, file: file, path: pathOf(key))
  }

  public func optionalNumber(_ key: String, in range: ClosedRange<Double>)
    throws(ConfigurationError) -> Double?
  {
    guard let value = optional(key) else { return nil }
    return try value.number(in: range, file: file, path: pathOf(key))
  }

  /// A whole number within the range.
  public func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    try required(key).integer(in: range, file: file, path: pathOf(key))
  }

  public func optionalInteger(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError)
    -> Int?
  {
    guard let value = optional(key) else { return nil }
    return try value.integer(in: range, file: file, path: pathOf(key))
  }

  /// A word of a closed list.
  public func choice<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type)
    throws(ConfigurationError) -> T where T.RawValue == String
  {
    try required(key).choice(type, file: file, path: pathOf(key))
  }

  public func optionalChoice<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type)
    throws(ConfigurationError) -> T? where T.RawValue == String
  {
    guard let value = optional(key) else { return nil }
    return try value.choice(type, file: file, path: pathOf(key))
  }

  /// A list of texts; one plain text is a list of one.
  public func strings(_ key: String) throws(ConfigurationError) -> [String] {
    try required(key).strings(file: file, path: pathOf(key))
  }

  public func optionalStrings(_ key: String) throws(ConfigurationError) -> [String]? {
    guard let value = optional(key) else { return nil }
    return try value.strings(file: file, path: pathOf(key))
  }

  /// A list of finite numbers, each within the range.
  public func numbers(_ key: String, in range: ClosedRange<Double>? = nil)
    throws(ConfigurationError) -> [Double]
  {
    try required(key).numbers(in: range ?? Self.anyFinite, file: file, path: pathOf(key))
  }

  public func optionalNumbers(_ key: String, in range: ClosedRange<Double>? = nil)
    throws(ConfigurationError) -> [Double]?
  {
    guard let value = optional(key) else { return nil }
    return try value.numbers(in: range ?? Self.anyFinite, file: file, path: pathOf(key))
  }

  /// An object, to be finished on its own.
  public func object(_ key: String) throws(ConfigurationError) -> ConfigurationReader {
    try ConfigurationReader(required(key), file: file, path: pathOf(key))
  }

  public func optionalObject(_ key: String) throws(ConfigurationError) -> ConfigurationReader? {
    guard let value = optional(key) else { return nil }
    return try ConfigurationReader(value, file: file, path: pathOf(key))
  }

  /// A list of objects, each to be finished on its own.
  public func objects(_ key: String) throws(ConfigurationError) -> [ConfigurationReader] {
    try required(key).objects(file: file, path: pathOf(key))
  }

  public func optionalObjects(_ key: String) throws(ConfigurationError) -> [ConfigurationReader]? {
    guard let value = optional(key) else { return nil }
    return try value.objects(file: file, path: pathOf(key))
  }

  /// The members of an object with free keys, such as species groups, in file order.
  public func members(
    _ key: String
  ) throws(ConfigurationError) -> [(key: String, value: ConfigurationValue, path: String)] {
    try members(of: try required(key), at: pathOf(key))
  }

  public func optionalMembers(
    _ key: String
  ) throws(ConfigurationError) -> [(key: String, value: ConfigurationValue, path: String)]? {
    guard let value = optional(key) else { return nil }
    return try members(of: value, at: pathOf(key))
  }

  private func members(
    of value: ConfigurationValue, at path: String
  ) throws(ConfigurationError) -> [(key: String, value: ConfigurationValue, path: String)] {
    var result: [(key: String, value: ConfigurationValue, path: String)] = []
    for member in try value.members(file: file, path: path) {
      result.append((member.key, member.value, ConfigurationPath.member(member.key, of: path)))
    }
    return result
  }
}
