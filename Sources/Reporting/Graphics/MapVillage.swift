/// A village on a map: its outline and a number inside it.
public struct MapVillage: Sendable, Equatable {
  /// What is written inside, usually the rank; empty for an outline without label.
  public var label: String
  /// The name that appears when a pointer rests on the label.
  public var name: String
  /// Rings as in `MapPolygon`.
  public var rings: [[Double]]

  public init(label: String, name: String, rings: [[Double]]) {
    self.label = label
    self.name = name
    self.rings = rings
  }
}
