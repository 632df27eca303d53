/// Where a province lies, to a tenth of a degree.
///
/// From general knowledge of the map (recalled, not surveyed): an aid to notice a wrong zone or the
/// .prj of another file, nothing more.
public struct ProvinceBox: Sendable, Equatable {
  /// The first two digits of its codes.
  public var code: Int
  public var name: String
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  public static let known: [ProvinceBox] = [
    ProvinceBox(code: 44, name: "广东", west: 109.6, south: 20.2, east: 117.4, north: 25.6),
    ProvinceBox(code: 45, name: "广西", west: 104.4, south: 20.8, east: 112.1, north: 26.5),
    ProvinceBox(code: 35, name: "福建", west: 115.8, south: 23.4, east: 120.8, north: 28.4),
    ProvinceBox(code: 46, name: "海南", west: 108.5, south: 18.0, east: 111.2, north: 20.2),
    ProvinceBox(code: 43, name: "湖南", west: 108.7, south: 24.6, east: 114.3, north: 30.2),
    ProvinceBox(code: 36, name: "江西", west: 113.5, south: 24.4, east: 118.6, north: 30.1),
    ProvinceBox(code: 52, name: "贵州", west: 103.5, south: 24.6, east: 109.7, north: 29.3),
    ProvinceBox(code: 53, name: "云南", west: 97.5, south: 21.1, east: 106.3, north: 29.3),
    ProvinceBox(code: 33, name: "浙江", west: 118.0, south: 27.0, east: 123.2, north: 31.3),
  ]

  /// Whether a place lies in the box, or within `margin` degrees of it.
  public func contains(longitude: Double, latitude: Double, margin: Double = 0) -> Bool {
    longitude >= west - margin && longitude <= east + margin && latitude >= south - margin
      && latitude <= north + margin
  }
}
