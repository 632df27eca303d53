/// What coordinates look like by their numbers alone: a help to name a slip, never a decision.
public enum CoordinateNotation: Sendable, Equatable, Hashable {
  /// Eight-digit eastings that begin with the zone, and northings of China.
  case zone(Int)
  /// Eastings without the zone, and northings of China.
  case sixDigits
  /// Longitude and latitude inside China.
  case degrees
  /// Latitude and longitude.
  case swappedDegrees
  /// Northings before eastings, as a surveyor's x and y are.
  case swappedMetres
  /// Metres of Web Mercator inside China.
  case webMercator
  /// Within a few units of 0, 0.
  case origin
  case other

  public init(_ extent: Extent) {
    let swapped = Extent(
      minX: extent.minY, minY: extent.minX, maxX: extent.maxY, maxY: extent.maxX)
    if let zone = CoordinateRule.zonePrefix(extent) {
      self = .zone(zone)
    } else if Self.isDegrees(extent) {
      self = .degrees
    } else if Self.isDegrees(swapped) {
      self = .swappedDegrees
    } else if Self.isSixDigits(extent) {
      self = .sixDigits
    } else if CoordinateRule.zonePrefix(swapped) != nil || Self.isSixDigits(swapped) {
      self = .swappedMetres
    } else if extent.minX >= 8_000_000, extent.maxX <= 15_200_000, extent.minY >= 300_000,
      extent.maxY <= 7_200_000
    {
      self = .webMercator
    } else if max(abs(extent.minX), abs(extent.maxX), abs(extent.minY), abs(extent.maxY)) <= 3 {
      self = .origin
    } else {
      self = .other
    }
  }

  /// The system that the numbers point to, CGCS2000 where a datum has to be assumed.
  public var epsg: Int? {
    switch self {
    case .zone(let zone): CoordinateRule.epsg(zone: zone)
    case .degrees: 4490
    case .webMercator: 3857
    case .sixDigits, .swappedDegrees, .swappedMetres, .origin, .other: nil
    }
  }

  /// CGCS2000 with this zone in front of the easting.
  public static func epsg(zone: Int) -> Int { CoordinateRule.epsg(zone: zone) }

  private static func isDegrees(_ extent: Extent) -> Bool {
    extent.minX >= 73 && extent.maxX <= 136 && extent.minY >= 3 && extent.maxY <= 54
  }

  /// Eastings near 500 000 and northings of China south of 54° N.
  private static func isSixDigits(_ extent: Extent) -> Bool {
    extent.minX > 100_000 && extent.maxX < 900_000 && extent.minY > 1_000_000
      && extent.maxY < 7_000_000
  }
}
