/// Identifies a result by everything that goes into it.
public struct Fingerprint: Sendable, Hashable, Codable {
  /// 64 hexadecimal digits.
  public let hex: String

  init(hex: String) { self.hex = hex }

  /// Enough of it to name a folder and to be read by people.
  public var short: String { String(hex.prefix(16)) }

  public init(from decoder: any Decoder) throws {
    hex = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
