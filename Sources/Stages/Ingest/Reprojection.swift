internal import Geometry
internal import Geospatial

/// Brings geometries into the working coordinate system. Made only where the two systems differ.
struct Reprojection: ~Copyable {
  private let transformer: CoordinateTransformer

  /// - Returns: nil where the coordinates already are in the system wanted.
  /// - Throws: `CoordinateProblem` where a datum shift would be needed.
  init?(
    from source: CoordinateSystem, to target: CoordinateSystem, shift: DatumShift? = nil
  ) throws(CoordinateProblem) {
    if source == target { return nil }
    if let epsg = source.epsg, epsg == target.epsg { return nil }
    transformer = try CoordinateTransformer(
      from: source, to: target, helmert: shift?.parameters)
  }

  func apply(to geometry: inout WKBColumn) throws(CoordinateProblem) {
    try transformer.transform(&geometry)
  }
}
