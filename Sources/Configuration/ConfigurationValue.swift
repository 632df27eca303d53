/// One value of a configuration file together with its place in the file.
public struct ConfigurationValue: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case null
    case bool(Bool)
    /// May be NaN or infinite, since JSON5 can write both; the readers of numbers refuse them.
    case number(Double)
    case string(String)
    case array([ConfigurationValue])
    /// In file order; no key occurs twice in what `JSON5.parse` returns.
    case object([Member])
  }

  public struct Member: Sendable, Equatable {
    public var key: String
    /// Where the key begins; the value has a position of its own.
    public var keyPosition: TextPosition
    public var value: ConfigurationValue

    public init(key: String, keyPosition: TextPosition, value: ConfigurationValue) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public var kind: Kind
  /// Where the value begins.
  public var position: TextPosition

  public init(kind: Kind, position: TextPosition) {
    self.kind = kind
    self.position = position
  }
}
