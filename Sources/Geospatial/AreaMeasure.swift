public import Geometry
internal import Glibc

/// Areas on the ground, in hectares, for one coordinate system.
///
/// Projected metres (Gauss-Kruger, UTM, ...) are measured in the plane, as survey practice has
/// it. Degrees and Web Mercator are measured on the ellipsoid, through the cylindrical equal-area
/// projection (Snyder 1987, p. 81-83); edges count as straight there, which for edges of a
/// kilometre changes an area by less than 1e-5 of itself.
public struct AreaMeasure: Sendable {
  enum Mode: Sendable {
    case planar(squareMetresPerUnit: Double)
    case degrees(EqualAreaCylinder)
    case webMercator(EqualAreaCylinder)
  }

  let mode: Mode

  /// - Throws: `CoordinateProblem.unsuitableForAreas` for Mercator projections other than Web
  ///   Mercator.
  public init(_ system: CoordinateSystem) throws(CoordinateProblem) {
    let cylinder = EqualAreaCylinder(
      semiMajorAxis: system.semiMajorAxis, inverseFlattening: system.inverseFlattening)
    let method = system.projection.lowercased()
    let name = system.name.lowercased()
    if system.isGeographic {
      mode = .degrees(cylinder)
    } else if system.epsg == 3857 || name.contains("pseudo-mercator")
      || method.contains("auxiliary_sphere")
    {
      mode = .webMercator(cylinder)
    } else if method.contains("mercator"), !method.contains("transverse"),
      !method.contains("oblique")
    {
      throw .unsuitableForAreas(system.label)
    } else {
      mode = .planar(squareMetresPerUnit: system.metresPerUnit * system.metresPerUnit)
    }
  }

  /// Area of each geometry, shells less holes whatever their direction; 0 for "no geometry".
  public func hectares(_ column: WKBColumn) throws(CoordinateProblem) -> [Double] {
    var areas = [Double](repeating: 0, count: column.count)
    var malformed: Int?
    column.bytes.withUnsafeBytes { bytes in
      for row in areas.indices {
        let range = column.byteRange(row)
        guard !range.isEmpty else { continue }
        var sum = 0.0
        let isSound = WKBWalker.runs(bytes, range) { offset, points, isShell in
          let area = abs(ring(bytes, offset, points))
          sum += isShell ? area : -area
        }
        if !isSound, malformed == nil { malformed = row }
        areas[row] = sum / 10_000
      }
    }
    if let malformed { throw .malformedGeometry(row: malformed) }
    return areas
  }

  /// Signed area in square metres.
  private func ring(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ points: Int) -> Double {
    guard points >= 4 else { return 0 }
    switch mode {
    case .planar(let factor):
      return shoelace(bytes, offset, points) { ($0, $1) } * factor
    case .degrees(let cylinder):
      return shoelace(bytes, offset, points) { cylinder.project($0, $1) }
    case .webMercator(let cylinder):
      return shoelace(bytes, offset, points) { Self.project($0, $1, cylinder) }
    }
  }

  /// Web Mercator to metres of equal area.
  static func project(_ x: Double, _ y: Double, _ cylinder: EqualAreaCylinder) -> (Double, Double) {
    let radius = 6_378_137.0
    let latitude = (2 * atan(exp(y / radius)) - Double.pi / 2) * 180 / Double.pi
    return cylinder.project(x / radius * 180 / Double.pi, latitude)
  }

  @inline(__always)
  private func shoelace(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ points: Int,
    _ project: (Double, Double) -> (Double, Double)
  ) -> Double {
    // Relative to the first point: eight-digit eastings would cost half the digits.
    let origin = project(
      WKBWalker.number(bytes, offset), WKBWalker.number(bytes, offset + 8))
    var previous = (0.0, 0.0)
    var twice = 0.0
    for point in 1..<points {
      let at = offset + point * 16
      let here = project(WKBWalker.number(bytes, at), WKBWalker.number(bytes, at + 8))
      let next = (here.0 - origin.0, here.1 - origin.1)
      twice += previous.0 * next.1 - next.0 * previous.1
      previous = next
    }
    return twice / 2
  }
}
