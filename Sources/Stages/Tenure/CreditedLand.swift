internal import Geometry
internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Tenure

/// Land × years that some mechanism has credited already.
struct CreditedLand: Sendable {
  var polygons: ReferenceLayer
  var mechanisms: [String] = []
  /// NaN where the source does not say, or says what is no year of crediting.
  var firstYear: [Double] = []
  var lastYear: [Double] = []
  /// Of the whole polygon, tCO2e; NaN where the source does not say.
  var tonnes: [Double] = []
  /// m²
  var areas: [Double] = []

  /// - Returns: the years that are not known, as findings; `source` is to be set.
  mutating func append(_ polygons: PlanePolygons) throws -> [Finding] {
    try self.polygons.append(polygons.column, boxes: polygons.boxes)
    areas += try PlanarMeasures.areas(of: polygons.column)
    let table = polygons.table
    let names = table.texts("mechanism")
    for row in 0..<table.count { mechanisms.append(names[row]) }
    tonnes += table.numbers("tonnes")
    let first = Self.years(table, "firstYear")
    let last = Self.years(table, "lastYear")
    var findings: [Finding] = []
    for row in 0..<table.count {
      // Years in the wrong order say nothing of which of them is meant.
      let isReversed = first[row] > last[row]
      firstYear.append(isReversed ? .nan : first[row])
      lastYear.append(isReversed ? .nan : last[row])
      for (field, years) in [("firstYear", first), ("lastYear", last)]
      where isReversed || years[row].isNaN {
        findings.append(
          Finding(
            rule: "credited-years-unknown", severity: .warning, source: 0,
            sourceRow: table.rows[row], field: field, value: table.texts(field)[row],
            action: .accepted,
            detail: isReversed ? "起始年份晚于终止年份，按占用所有年份处理" : "按占用所有年份处理"))
      }
    }
    return findings
  }

  /// Years as numbers, or as the year of a date in words; NaN outside 1990 to 2100.
  private static func years(_ table: LayerTable, _ field: String) -> [Double] {
    let texts = table.texts(field)
    return table.numbers(field).enumerated().map { row, number in
      let year = number.isNaN ? Double(TermEnd(texts[row]).date?.year ?? 0) : number
      return (1990...2100).contains(year) ? year.rounded(.down) : .nan
    }
  }

  /// Whether growth of any of `years` has been credited. A year that is not known is taken to be
  /// any year: land is rather kept out than credited twice.
  func isCredited(_ row: Int, in years: ClosedRange<Int>) -> Bool {
    let (first, last) = (firstYear[row], lastYear[row])
    return !(first > Double(years.upperBound)) && !(last < Double(years.lowerBound))
  }
}
