/// Where a layer lies, and how far that is certain.
public struct PlaceFacts: Sendable, Equatable, Codable {
  /// A box; metres or degrees as the layer has them, or degrees.
  public struct Box: Sendable, Equatable, Codable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double
  }

  /// `EPSG:4526` or a name; nil without coordinates or where they cannot be placed.
  public var system: String?
  public var systemName: String?
  public var datum: String?
  /// One English phrase: what the choice rests on, or why there is none.
  public var evidence: String
  /// The EPSG code that the coordinates fit, where the file says another.
  public var suggestedEPSG: Int?
  /// Whether a person must confirm the datum.
  public var isDatumAssumed: Bool
  /// In the layer's own units.
  public var extent: Box?
  /// In degrees.
  public var degrees: Box?
  /// Provinces whose bounding box holds the middle of the layer, or `outside China`.
  public var regions: [String]
}
