/// What the run's configuration says about the coordinates of a source.
public struct CoordinateHint: Sendable, Equatable {
  /// Wins over whatever the file says.
  public var epsg: Int?
  /// GB/T 2260 code of the county, for six-digit eastings without a recorded system.
  public var countyCode: String?
  /// Degrees east, a multiple of three, for six-digit eastings without a recorded system.
  public var centralMeridian: Int?
  /// Whether the layer may be larger than its zone, as the red lines of a province are: then its
  /// middle must lie in the zone, not all of it.
  public var mayReachFar = false

  public init(epsg: Int? = nil, countyCode: String? = nil, centralMeridian: Int? = nil) {
    self.epsg = epsg
    self.countyCode = countyCode
    self.centralMeridian = centralMeridian
  }
}
