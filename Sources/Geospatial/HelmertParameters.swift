/// The seven parameters from an older datum to CGCS2000, as the survey office hands them out
/// (position vector convention; they are valid locally and not public).
public struct HelmertParameters: Sendable, Equatable {
  /// Metres.
  public var translationX: Double
  public var translationY: Double
  public var translationZ: Double
  /// Arc seconds.
  public var rotationX: Double
  public var rotationY: Double
  public var rotationZ: Double
  /// Parts per million.
  public var scale: Double

  public init(
    translationX: Double, translationY: Double, translationZ: Double, rotationX: Double,
    rotationY: Double, rotationZ: Double, scale: Double
  ) {
    self.translationX = translationX
    self.translationY = translationY
    self.translationZ = translationZ
    self.rotationX = rotationX
    self.rotationY = rotationY
    self.rotationZ = rotationZ
    self.scale = scale
  }

  /// PROJ's description of the way from one ellipsoid to another, in the axis order of EPSG's
  /// geographic systems: GDAL feeds a custom operation latitude first.
  func pipeline(fromEllipsoid: String, toEllipsoid: String) -> String {
    let swap = "+step +proj=axisswap +order=2,1"
    return [
      "+proj=pipeline", swap, "+step +proj=unitconvert +xy_in=deg +xy_out=rad",
      "+step +proj=push +v_3", "+step +proj=cart +ellps=\(fromEllipsoid)",
      "+step +proj=helmert +x=\(translationX) +y=\(translationY) +z=\(translationZ)"
        + " +rx=\(rotationX) +ry=\(rotationY) +rz=\(rotationZ) +s=\(scale)"
        + " +convention=position_vector",
      "+step +inv +proj=cart +ellps=\(toEllipsoid)", "+step +proj=pop +v_3",
      "+step +proj=unitconvert +xy_in=rad +xy_out=deg", swap,
    ].joined(separator: " ")
  }
}
