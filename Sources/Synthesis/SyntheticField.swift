/// A column as a shapefile declares it.
public struct SyntheticField: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case text
    case integer
    case real
  }

  /// At most ten ASCII characters.
  public let name: String
  public let kind: Kind
  /// Bytes for texts (two for a Chinese character in GBK), digits for numbers.
  public let width: Int
  /// Digits after the point.
  public let precision: Int

  public init(_ name: String, _ kind: Kind, _ width: Int, _ precision: Int = 0) {
    self.name = name
    self.kind = kind
    self.width = width
    self.precision = precision
  }
}
