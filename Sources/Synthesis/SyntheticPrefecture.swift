/// An invented prefecture whose counties share their borders: the data behind `lintan synthesize`.
///
/// Coordinates are CGCS2000 / 3-degree Gauss-Krüger zone 38 with the zone in front of the easting
/// (EPSG:4526), rounded to the millimetre.
public struct SyntheticPrefecture: Sendable {
  public let parameters: SynthesisParameters
  public let counties: [SyntheticCounty]

  /// EPSG code of all coordinates.
  public static let coordinateSystem = 4526

  public init(_ parameters: SynthesisParameters = SynthesisParameters()) {
    self.parameters = parameters
    let plan = PrefecturePlan(parameters)
    counties = plan.counties.indices.map { SyntheticCounty(plan, number: $0) }
  }
}
