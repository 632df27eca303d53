internal import CGDAL

/// A coordinate system: how it is called and what follows from it for areas and datums.
///
/// Coordinates are always easting, northing or longitude, latitude, whatever axis order the
/// authority prefers.
public struct CoordinateSystem: Sendable, Equatable {
  /// The reference frame. Xian 1980 and Beijing 1954 lie up to more than a hundred metres from
  /// CGCS2000, and coordinates alone do not tell them apart.
  public enum Datum: Sendable, Equatable {
    case cgcs2000
    case xian1980
    case beijing1954
    case wgs84
    case other(String)
  }

  /// Nil if the definition matches no EPSG entry.
  public var epsg: Int?
  public var name: String
  public var datum: Datum
  /// Longitude and latitude in degrees.
  public var isGeographic: Bool
  /// Metres per unit of a projected system; 0 for degrees.
  public var metresPerUnit: Double
  /// Semi-major axis in metres.
  public var semiMajorAxis: Double
  /// 0 for a sphere.
  public var inverseFlattening: Double

  /// The definition in well-known text (1, as .prj files have it, or 2).
  public var definition: String
  /// Name of the projection method as well-known text 1 has it; empty for degrees.
  public var projection: String

  public init(epsg: Int) throws(CoordinateProblem) {
    let diagnostics = Diagnostics()
    let reference = diagnostics.run { () -> SpatialReference? in SpatialReference(epsg: epsg) }
    guard let reference else { throw .unknownSystem("EPSG:\(epsg)") }
    self = diagnostics.run { reference.description(epsg: epsg) }
  }

  /// From well-known text, such as the content of a .prj file.
  public init(definition: String) throws(CoordinateProblem) {
    let diagnostics = Diagnostics()
    let reference = diagnostics.run { () -> SpatialReference? in
      SpatialReference(definition: definition)
    }
    guard let reference else { throw .unknownSystem(definition) }
    self = diagnostics.run { reference.description(epsg: reference.identifiedEPSG) }
  }

  init(
    epsg: Int?, name: String, datum: Datum, isGeographic: Bool, metresPerUnit: Double,
    semiMajorAxis: Double, inverseFlattening: Double, definition: String, projection: String
  ) {
    self.epsg = epsg
    self.name = name
    self.datum = datum
    self.isGeographic = isGeographic
    self.metresPerUnit = metresPerUnit
    self.semiMajorAxis = semiMajorAxis
    self.inverseFlattening = inverseFlattening
    self.definition = definition
    self.projection = projection
  }

  /// `EPSG:4547` or, without a code, the name.
  public var label: String { epsg.map { "EPSG:\($0)" } ?? name }
}
