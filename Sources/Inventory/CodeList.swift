/// A list of codes in force for one column of one dataset: what each code stands for.
///
/// Lists are declared by a mapping, never assumed: `310` is 杉木 in the national species list and
/// 速生相思 in Guangxi's.
public struct CodeList: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// The name a person reads, as printed in the list.
    public var name: String
    /// What the program understands by it: a raw value of `LandClass`, `Origin`, … or the name of
    /// a species group.
    public var meaning: String
    public var standing: Standing

    public init(name: String, meaning: String, standing: Standing) {
      self.name = name
      self.meaning = meaning
      self.standing = standing
    }
  }

  /// A short name for messages, such as `species-national`.
  public let identifier: String
  public let entries: [String: Entry]

  public init(identifier: String, entries: [String: Entry]) {
    self.identifier = identifier
    self.entries = entries
  }

  public subscript(code: String) -> Entry? { entries[code] }
}
