/// A polygon on a map.
public struct MapPolygon: Sendable, Equatable {
  /// Position in the map's classes; a polygon outside them is not drawn.
  public var classIndex: Int
  /// Outer and inner rings (even-odd): x (east) and y (north) in turn, projected metres.
  public var rings: [[Double]]

  public init(classIndex: Int, rings: [[Double]]) {
    self.classIndex = classIndex
    self.rings = rings
  }
}
