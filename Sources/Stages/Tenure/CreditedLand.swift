internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Tenure

/// Land × years that some mechanism has credited already.
struct CreditedLand: Sendable {
  /// What a row says of its place in words.
  struct Place: Sendable {
    var key = ""
    var village = ""
    var villageName = ""
    var compartment = ""
    var subcompartment = ""

    var isEmpty: Bool { key.isEmpty && subcompartment.isEmpty }

    /// For findings.
    var printed: String {
      key.isEmpty
        ? [villageName.isEmpty ? village : villageName, compartment, subcompartment]
          .filter { !$0.isEmpty }.joined(separator: " ") : key
    }
  }

  var polygons: ReferenceLayer
  var mechanisms: [String] = []
  /// NaN where the source does not say, or says what is no year of crediting.
  var firstYear: [Double] = []
  var lastYear: [Double] = []
  /// Of the whole polygon, tCO2e; NaN where the source does not say.
  var tonnes: [Double] = []
  /// m²; 0 without polygon.
  var areas: [Double] = []
  /// The part of the polygon or of the 小班 that is credited; NaN where the source does not say.
  var shares: [Double] = []
  /// Credited area, m²; NaN where the source does not say.
  var creditedAreas: [Double] = []
  /// Rows without polygon, by what they say of their place.
  var named: [(row: Int, place: Place)] = []
  /// Where named rows lie; filled when all is read.
  var placements = CreditedPlacements()
  /// As its file counts it, for each row.
  private(set) var sourceRows: [Int64] = []

  init(polygons: ReferenceLayer) { self.polygons = polygons }

  var count: Int { mechanisms.count }

  /// - Returns: the years that are not known, as findings; `source` is to be set.
  mutating func append(_ polygons: PlanePolygons) throws -> [Finding] {
    let table = polygons.table
    let start = mechanisms.count
    try self.polygons.append(polygons.column, boxes: polygons.boxes)
    areas += try PlanarMeasures.areas(of: polygons.column)
    let names = table.texts("mechanism")
    for row in 0..<table.count { mechanisms.append(names[row]) }
    tonnes += table.numbers("tonnes")
    sourceRows += table.rows
    shares += table.numbers("share").map { $0 > 0 ? min(1, $0) : .nan }
    let unit = table.mapping["area"]?.areaUnit ?? .hectare
    creditedAreas += table.numbers("area").map {
      $0 > 0 ? unit.hectares($0) * 10_000 : .nan
    }
    appendPlaces(table, polygons.column, start)
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

  private mutating func appendPlaces(
    _ table: LayerTable, _ polygons: borrowing WKBColumn, _ start: Int
  ) {
    let fields = ["key", "village", "villageName", "compartment", "subcompartment"]
      .map { table.texts($0) }
    for row in 0..<table.count where polygons.byteRange(row).isEmpty {
      named.append(
        (
          start + row,
          Place(
            key: fields[0][row], village: fields[1][row], villageName: fields[2][row],
            compartment: fields[3][row], subcompartment: fields[4][row])
        ))
    }
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

  /// The part of an area, m², that a row credits. What is not said is all of it: land is rather
  /// kept out than credited twice.
  func part(_ row: Int, of area: Double) -> Double {
    let byArea = area > 0 ? creditedAreas[row] / area : .nan
    if byArea.isNaN { return shares[row].isNaN ? 1 : shares[row] }
    // The larger of what is said twice.
    let part = byArea > shares[row] || shares[row].isNaN ? byArea : shares[row]
    return part < 1 ? part : 1
  }

  /// Whether all of the row's polygon is credited, so that where it lies says what is. Less than a
  /// thousandth is rounding of the area.
  func isWhole(_ row: Int) -> Bool { part(row, of: areas[row]) > 0.999 }
}
