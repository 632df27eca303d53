public import Inventory

/// Area by 龄组 of one forest type, town or county.
public struct AgeGroupAreas: Sendable, Equatable {
  public var name: String
  /// Hectares; an absent group has none.
  public var hectares: [AgeGroup: Double]

  public init(name: String, hectares: [AgeGroup: Double]) {
    self.name = name
    self.hectares = hectares
  }
}
