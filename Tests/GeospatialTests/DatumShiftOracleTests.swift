import Foundation
import Testing

@testable import Geospatial

/// Datum shifts against numbers that were made without this program: the textbook formulas, and
/// GDAL's own command.
@Suite struct DatumShiftOracleTests {
  /// Made-up parameters of the size that survey offices hand out.
  private static let parameters = HelmertParameters(
    translationX: -12.064, translationY: 130.746, translationZ: 81.5, rotationX: 0.5,
    rotationY: -0.3, rotationZ: 1.2, scale: 3.4)

  private struct Ellipsoid {
    var a: Double
    var inverseFlattening: Double
    var squaredEccentricity: Double {
      let f = 1 / inverseFlattening
      return f * (2 - f)
    }

    /// Geodetic latitude and longitude in degrees to geocentric metres, height 0.
    func cartesian(_ longitude: Double, _ latitude: Double) -> (Double, Double, Double) {
      let (l, b) = (longitude * .pi / 180, latitude * .pi / 180)
      let n = a / (1 - squaredEccentricity * sin(b) * sin(b)).squareRoot()
      return (
        n * cos(b) * cos(l), n * cos(b) * sin(l), n * (1 - squaredEccentricity) * sin(b)
      )
    }

    /// The way back, by iteration (Heiskanen, Moritz 1967, 5-7).
    func geodetic(_ x: Double, _ y: Double, _ z: Double) -> (longitude: Double, latitude: Double) {
      let p = (x * x + y * y).squareRoot()
      var b = atan2(z, p * (1 - squaredEccentricity))
      for _ in 0..<20 {
        let n = a / (1 - squaredEccentricity * sin(b) * sin(b)).squareRoot()
        b = atan2(z + squaredEccentricity * n * sin(b), p)
      }
      return (atan2(y, x) * 180 / .pi, b * 180 / .pi)
    }
  }

  private static let iau76 = Ellipsoid(a: 6_378_140, inverseFlattening: 298.257)
  private static let krassovsky = Ellipsoid(a: 6_378_245, inverseFlattening: 298.3)
  private static let grs80 = Ellipsoid(a: 6_378_137, inverseFlattening: 298.257222101)

  /// Position vector rotation (EPSG method 9606), written out.
  private func textbook(
    _ longitude: Double, _ latitude: Double, from ellipsoid: Ellipsoid
  ) -> (longitude: Double, latitude: Double) {
    let p = Self.parameters
    let (x, y, z) = ellipsoid.cartesian(longitude, latitude)
    let second = Double.pi / 180 / 3600
    let (rx, ry, rz) = (p.rotationX * second, p.rotationY * second, p.rotationZ * second)
    let m = 1 + p.scale * 1e-6
    return Self.grs80.geodetic(
      p.translationX + m * (x - rz * y + ry * z), p.translationY + m * (rz * x + y - rx * z),
      p.translationZ + m * (-ry * x + rx * y + z))
  }

  /// EPSG codes of the geographic systems, and places of the handbook (section 7).
  @Test(
    arguments: [4610, 4214], [(115.26, 24.10), (114.49, 24.37), (117.20, 26.36), (109.0, 22.5)])
  func shiftsAreThoseOfTheTextbook(epsg: Int, place: (Double, Double)) throws {
    let transformer = try CoordinateTransformer(
      from: CoordinateSystem(epsg: epsg), to: CoordinateSystem(epsg: 4490),
      helmert: Self.parameters)
    let point = try transformer.transform(x: place.0, y: place.1)
    let wanted = textbook(
      place.0, place.1, from: epsg == 4610 ? Self.iau76 : Self.krassovsky)
    // A tenth of a millimetre.
    #expect(abs(point.x - wanted.longitude) < 1e-9)
    #expect(abs(point.y - wanted.latitude) < 1e-9)
    // The shift is of the size that a null shift would hide.
    #expect(hypot(point.x - place.0, point.y - place.1) * 111_000 > 10)
  }

  /// From zone 38 of Xian 1980 and Beijing 1954 to zone 38 of CGCS2000, in metres.
  @Test(arguments: [(2362, "IAU76"), (2414, "krass")])
  func projectedShiftsAreThoseOfGDAL(epsg: Int, ellipsoid: String) throws {
    func zone(_ ellipsoid: String) -> String {
      "+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +ellps=\(ellipsoid)"
    }
    let p = Self.parameters
    let pipeline =
      "+proj=pipeline +step +inv \(zone(ellipsoid)) +step +proj=push +v_3 "
      + "+step +proj=cart +ellps=\(ellipsoid) +step +proj=helmert +x=\(p.translationX) "
      + "+y=\(p.translationY) +z=\(p.translationZ) +rx=\(p.rotationX) +ry=\(p.rotationY) "
      + "+rz=\(p.rotationZ) +s=\(p.scale) +convention=position_vector "
      + "+step +inv +proj=cart +ellps=GRS80 +step +proj=pop +v_3 +step \(zone("GRS80"))"
    let transformer = try CoordinateTransformer(
      from: CoordinateSystem(epsg: epsg), to: CoordinateSystem(epsg: 4526), helmert: p)
    for (x, y) in [(38_628_114.9, 2_666_939.8), (38_549_715.2, 2_696_357.9)] {
      let arguments = ["-output_xy", "-ct", pipeline, "-coord", "\(x)", "\(y)"]
      guard let output = try Places.run("gdaltransform", arguments) else { return }
      let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      try #require(numbers.count == 2, "\(output)")
      let point = try transformer.transform(x: x, y: y)
      #expect(abs(point.x - numbers[0]) < 0.001 && abs(point.y - numbers[1]) < 0.001)
      #expect(hypot(point.x - x, point.y - y) > 10)
    }
  }
}
