internal import Geometry
internal import Geospatial

/// The coordinate system in which a run measures areas and lays polygons over each other.
///
/// That is done in the plane, so it must be one whose metres are metres: layers in degrees or Web
/// Mercator are brought into the three-degree Gauss-Kruger zone of their own datum in which they
/// lie, where an area is at most 0.06 % off (1.5 degrees from the meridian at 24° N).
enum WorkingSystem {
  /// The system for a layer in `system` with this extent; `system` itself where it will do.
  static func plane(
    for system: CoordinateSystem, _ extent: Extent?
  ) throws(CoordinateProblem) -> CoordinateSystem {
    if isPlane(system) { return system }
    guard let extent, let box = PlaceFinder.degrees(extent, system),
      let first = firstZone(system.datum)
    else { return system }
    let middle = (box.west + box.east) / 2
    let zone = ((middle - 75) / 3).rounded()
    guard zone >= 0, zone <= 20 else { return system }
    return try CoordinateSystem(epsg: first + Int(zone))
  }

  /// Whether areas in the plane of the system are areas on the ground.
  static func isPlane(_ system: CoordinateSystem) -> Bool {
    if system.isGeographic { return false }
    let method = system.projection.lowercased()
    let name = system.name.lowercased()
    return system.epsg != 3857 && !name.contains("pseudo-mercator")
      && !method.contains("auxiliary_sphere")
  }

  /// EPSG code of the three-degree zone with the central meridian 75° E, eastings without a number.
  private static func firstZone(_ datum: CoordinateSystem.Datum) -> Int? {
    switch datum {
    case .cgcs2000, .wgs84: 4534
    case .xian1980: 2370
    case .beijing1954: 2422
    case .other: nil
    }
  }
}
