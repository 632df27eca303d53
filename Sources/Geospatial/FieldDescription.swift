/// A field of a layer.
public struct FieldDescription: Sendable, Equatable {
  public enum Kind: String, Sendable, Codable {
    case text
    case integer
    case real
    /// Read and written as ISO 8601 text (`2020-06-13`).
    case date
  }

  /// Decoded name; half a character at its end is dropped.
  public var name: String
  public var kind: Kind
  /// Characters (bytes in a .dbf); 0 if unlimited.
  public var width: Int
  /// Decimals of a real number; 0 if unlimited.
  public var precision: Int
  /// The name people see, where the format keeps one beside the technical name (geodatabases).
  public var alias: String
  /// Whether the name ends in half a character that was dropped.
  public var isNameCut: Bool

  public init(
    name: String, kind: Kind, width: Int = 0, precision: Int = 0, alias: String = "",
    isNameCut: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.width = width
    self.precision = precision
    self.alias = alias
    self.isNameCut = isNameCut
  }
}
