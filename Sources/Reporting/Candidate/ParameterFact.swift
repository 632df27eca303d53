public import Inventory

/// One parameter of a method, as it was used.
public struct ParameterFact: Sendable, Equatable {
  public var name: String
  /// As written in the parameter file, so that no digit is lost or invented.
  public var value: String
  /// `1` or `无量纲` for a ratio, never empty for a quantity.
  public var unit: String
  public var standing: Standing
  /// Document, edition and clause, DOI or address.
  public var source: String

  public init(name: String, value: String, unit: String, standing: Standing, source: String) {
    self.name = name
    self.value = value
    self.unit = unit
    self.standing = standing
    self.source = source
  }
}
