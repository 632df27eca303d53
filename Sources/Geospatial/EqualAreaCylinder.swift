internal import Glibc

/// The cylindrical equal-area projection of an ellipsoid (Snyder 1987, equations 3-12, 10-14 and
/// 10-15 with the equator as standard parallel).
struct EqualAreaCylinder: Sendable {
  private let axis: Double
  private let eccentricity: Double

  init(semiMajorAxis: Double, inverseFlattening: Double) {
    axis = semiMajorAxis
    let flattening = inverseFlattening > 0 ? 1 / inverseFlattening : 0
    eccentricity = (flattening * (2 - flattening)).squareRoot()
  }

  /// Degrees to metres.
  func project(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    let sine = sin(latitude * Double.pi / 180)
    let e = eccentricity
    let q: Double
    if e > 0 {
      q = (1 - e * e) * (sine / (1 - e * e * sine * sine) + atanh(e * sine) / e)
    } else {
      q = 2 * sine
    }
    return (axis * longitude * Double.pi / 180, axis * q / 2)
  }
}
