/// What the features of a layer are on the ground.
public enum GeometryKind: String, Sendable, Codable {
  case polygon
  case line
  case point
  /// A layer that declares no single kind.
  case mixed
  case none
}
