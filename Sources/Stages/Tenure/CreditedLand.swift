internal import Geometry
internal import Geospatial
internal import Inventory
internal import Pipeline

/// Land × years that some mechanism has credited already.
struct CreditedLand: Sendable {
  var polygons: ReferenceLayer
  var mechanisms: [String] = []
  /// NaN where the source does not say.
  var firstYear: [Double] = []
  var lastYear: [Double] = []
  /// Of the whole polygon, tCO2e; NaN where the source does not say.
  var tonnes: [Double] = []
  /// m²
  var areas: [Double] = []

  mutating func append(_ polygons: PlanePolygons) throws {
    try self.polygons.append(polygons.column, boxes: polygons.boxes)
    areas += try PlanarMeasures.areas(of: polygons.column)
    let table = polygons.table
    let names = table.texts("mechanism")
    for row in 0..<table.count { mechanisms.append(names[row]) }
    firstYear += table.numbers("firstYear")
    lastYear += table.numbers("lastYear")
    tonnes += table.numbers("tonnes")
  }

  /// Whether growth of any of `years` has been credited. A year that is not known is taken to be
  /// any year: land is rather kept out than credited twice.
  func isCredited(_ row: Int, in years: ClosedRange<Int>) -> Bool {
    let (first, last) = (firstYear[row], lastYear[row])
    return !(first > Double(years.upperBound)) && !(last < Double(years.lowerBound))
  }
}
