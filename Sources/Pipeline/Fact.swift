/// One named amount in a report.
public struct Fact: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case integer(Int64)
    /// Not a number where unknown.
    case number(Double)
    case text(String)
  }

  public var name: String
  public var value: Value

  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

extension Fact: Codable {
  // The key says which kind it is: JSON alone cannot tell 3 from 3.0.
  private enum Key: String, CodingKey {
    case name, integer, number, text
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    if let integer = try container.decodeIfPresent(Int64.self, forKey: .integer) {
      value = .integer(integer)
    } else if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      value = .text(text)
    } else {
      value = .number(try container.decode(Double?.self, forKey: .number) ?? .nan)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    switch value {
    case .integer(let integer): try container.encode(integer, forKey: .integer)
    case .number(let number):
      try container.encode(number.isFinite ? number : nil, forKey: .number)
    case .text(let text): try container.encode(text, forKey: .text)
    }
  }
}
