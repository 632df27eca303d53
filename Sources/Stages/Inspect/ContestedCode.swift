/// A code of the layer that two lists both know under different names, such as 310: 杉木 in the
/// national species list, 速生相思 in Guangxi's.
public struct ContestedCode: Sendable, Equatable, Codable {
  public struct Reading: Sendable, Equatable, Codable {
    public var mapping: String
    public var name: String
  }

  public var chineseName: String
  public var column: String
  public var code: String
  public var count: Int
  public var readings: [Reading]
}
