/// 行政村, the unit that applies for a project and is paid.
public struct Village: Sendable, Equatable, Hashable {
  /// 12 digits: county 6 + town 3 + village 3.
  public var code: String
  public var name: String
  public var town: String
  public var county: String

  public init(code: String, name: String, town: String, county: String) {
    self.code = code
    self.name = name
    self.town = town
    self.county = county
  }
}
