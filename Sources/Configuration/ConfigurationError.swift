/// Why a configuration file is refused, and where. The user should open the file at the position
/// named and mend that one place; nothing of the file has been used.
public struct ConfigurationError: Error, Sendable, Equatable {
  /// As the caller named it.
  public var file: String
  /// Where the trouble begins; for a key that is missing, where the object that lacks it begins.
  public var position: TextPosition?
  /// Such as `methods[2].benchmark.value`; empty for the whole file. For problems with a key
  /// (duplicate, unknown, missing) this is the object, since the problem names the key.
  public var path: String
  public var problem: Problem

  public init(file: String, position: TextPosition?, path: String, problem: Problem) {
    self.file = file
    self.position = position
    self.path = path
    self.problem = problem
  }

  public enum Problem: Sendable, Equatable {
    /// The text is not JSON5: write what is expected in place of what was found. Both are nouns.
    case syntax(expected: String, found: String)
    /// The same key twice in one object: remove one of the two.
    case duplicateKey(String, firstAt: TextPosition)
    /// A key that means nothing here: correct its spelling or remove it. `known` lists the keys
    /// that mean something, in the order in which the program asks for them.
    case unknownKey(String, suggestion: String?, known: [String])
    /// A key without which the object is incomplete: add it.
    /// `nearby` is a key of the object that nobody asked for and that may be a misspelling of it.
    case missingKey(String, nearby: String? = nil)
    /// The value is of another kind than the key needs, such as text in place of a number.
    case wrongType(expected: String, found: String)
    /// A number outside what is meaningful: check its unit first.
    case outOfRange(value: String, allowed: String)
    /// A word outside a closed list: choose one of `allowed`.
    case notOneOf(value: String, suggestion: String?, allowed: [String])
    /// Anything else, as one English clause.
    case invalid(String)
    /// The value cannot be meant, as one English clause, and what to write in its place.
    case unusable(String, remedy: String)
    /// The file is in another encoding, such as GBK or UTF-16: save it as UTF-8. The offset counts
    /// bytes from the beginning of the file, from 0.
    case notUTF8(byteOffset: Int)
  }
}
