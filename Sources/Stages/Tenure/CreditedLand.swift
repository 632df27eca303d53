internal import Geometry
internal import Geospatial
internal import Inventory

/// Land × years that some mechanism has credited already.
struct CreditedLand: Sendable {
  var geometry = WKBColumn()
  var mechanisms: [String] = []
  /// NaN where the source does not say.
  var firstYear: [Double] = []
  var lastYear: [Double] = []
  /// Of the whole polygon, tCO2e; NaN where the source does not say.
  var tonnes: [Double] = []
  /// m²
  var areas: [Double] = []

  /// Nil where a pipeline declares no source of the kind.
  static func read(
    _ layers: [LayerSource], into system: CoordinateSystem?
  ) throws -> CreditedLand? {
    guard !layers.isEmpty else { return nil }
    var land = CreditedLand()
    for layer in layers {
      for file in layer.files {
        let table = try LayerTable.read(file, of: layer, into: system)
        let mechanisms = table.texts("mechanism")
        for row in 0..<table.count {
          land.geometry.append(table.geometry[row])
          land.mechanisms.append(mechanisms[row])
        }
        land.firstYear += table.numbers("firstYear")
        land.lastYear += table.numbers("lastYear")
        land.tonnes += table.numbers("tonnes")
      }
    }
    land.areas = try PlanarMeasures.areas(of: land.geometry)
    return land
  }

  /// Whether growth of any of `years` has been credited. A year that is not known is taken to be
  /// any year: land is rather kept out than credited twice.
  func isCredited(_ row: Int, in years: ClosedRange<Int>) -> Bool {
    let (first, last) = (firstYear[row], lastYear[row])
    return !(first > Double(years.upperBound)) && !(last < Double(years.lowerBound))
  }
}
