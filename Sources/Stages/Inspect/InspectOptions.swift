public import Geospatial

/// What the caller says about a file beyond its path.
public struct InspectOptions: Sendable, Equatable {
  /// The only layer or sheet to look at; nil for all.
  public var layer: String?
  /// Overrides what the file says and shows.
  public var encoding: TextEncoding?
  /// Overrides what the file says.
  public var epsg: Int?

  /// Degrees, for six-digit eastings whose file says nothing.
  public var centralMeridian: Int?

  public init(
    layer: String? = nil, encoding: TextEncoding? = nil, epsg: Int? = nil,
    centralMeridian: Int? = nil
  ) {
    self.centralMeridian = centralMeridian
    self.layer = layer
    self.encoding = encoding
    self.epsg = epsg
  }
}
