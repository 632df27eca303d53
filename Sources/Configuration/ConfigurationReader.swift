/// Reads one object member by member and remembers which keys were asked for, so that `finish()`
/// can refuse the others: a misspelt key must never be passed over in silence.
///
/// A key whose value is `null` counts as not given for the `optional…` readers and for `has`; the
/// other readers refuse it. Objects within the object have readers of their own, each of which has
/// to be finished too.
public final class ConfigurationReader {
  public let file: String
  /// Of the object in the file, such as `methods[2]`; empty for the root.
  public let path: String
  /// The object itself.
  public let value: ConfigurationValue

  private let entries: [ConfigurationValue.Member]
  private var asked: [String] = []

  /// - Parameters:
  ///   - value: an object; anything else is refused.
  ///   - path: where the object is in the file, if it is not the root.
  public init(
    _ value: ConfigurationValue, file: String, path: String = ""
  ) throws(ConfigurationError) {
    entries = try value.members(file: file, path: path)
    self.value = value
    self.file = file
    self.path = path
  }

  /// Where the object begins.
  public var position: TextPosition { value.position }

  /// All keys in file order.
  public var keys: [String] { entries.map(\.key) }

  /// Whether a key is given and not `null`. This alone does not make the key known to `finish()`.
  public func has(_ key: String) -> Bool {
    guard let member = member(key) else { return false }
    return member.value.kind != .null
  }

  /// Whether a key is given and its value is an object.
  public func holdsObject(_ key: String) -> Bool {
    guard case .object = member(key)?.value.kind else { return false }
    return true
  }

  /// Whether a key is given and its value is a list.
  public func holdsList(_ key: String) -> Bool {
    guard case .array = member(key)?.value.kind else { return false }
    return true
  }

  /// Whether a key is given and its value is a text.
  public func holdsText(_ key: String) -> Bool {
    guard case .string = member(key)?.value.kind else { return false }
    return true
  }

  /// Makes keys known to `finish()` without reading them: for objects whose keys are names of
  /// something, of which only those present are read. They are also what a typo is compared with.
  public func declare(_ keys: some Sequence<String>) {
    for key in keys { note(key) }
  }

  /// An error for a check made by the caller: about the value of a key, or the object as a whole.
  public func error(
    _ problem: ConfigurationError.Problem, at key: String? = nil
  ) -> ConfigurationError {
    guard let key else {
      return ConfigurationError(file: file, position: position, path: path, problem: problem)
    }
    return ConfigurationError(
      file: file, position: member(key)?.value.position ?? position, path: pathOf(key),
      problem: problem)
  }

  /// Refuses the first key in the file that nobody asked for. Call it after the last key is read.
  public func finish() throws(ConfigurationError) {
    let known = Set(asked)
    guard let stranger = entries.first(where: { !known.contains($0.key) }) else { return }
    // A key that is there already cannot be the one that was meant.
    let given = Set(keys)
    let suggestion = Suggestion.closest(
      to: stranger.key, among: asked.filter { !given.contains($0) })
    throw ConfigurationError(
      file: file, position: stranger.keyPosition, path: path,
      problem: .unknownKey(stranger.key, suggestion: suggestion, known: asked))
  }

  // MARK: For the readers of single types

  /// The value of a key, which is known from now on.
  func required(_ key: String) throws(ConfigurationError) -> ConfigurationValue {
    note(key)
    guard let member = member(key) else {
      let strangers = keys.filter { !asked.contains($0) }
      throw error(.missingKey(key, nearby: Suggestion.closest(to: key, among: strangers)))
    }
    return member.value
  }

  /// The same, or none if it is not given or null.
  func optional(_ key: String) -> ConfigurationValue? {
    note(key)
    guard let value = member(key)?.value, value.kind != .null else { return nil }
    return value
  }

  func pathOf(_ key: String) -> String { ConfigurationPath.member(key, of: path) }

  private func member(_ key: String) -> ConfigurationValue.Member? {
    entries.first { $0.key == key }
  }

  private func note(_ key: String) {
    if !asked.contains(key) { asked.append(key) }
  }
}
