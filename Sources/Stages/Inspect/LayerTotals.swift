/// Sums over a layer by one mapping, before any rule repaired anything.
public struct LayerTotals: Sendable, Equatable, Codable {
  /// Identifier of the mapping.
  public var mapping: String
  /// The unit in which the mapping reads areas.
  public var areaUnit: String
  /// Sum of recorded areas, ha by that unit.
  public var recordedArea: Double
  /// Sum of polygon areas over the rows that have both, ha.
  public var polygonArea: Double?
  /// Recorded by polygon area over the rows that have both.
  public var ratio: Double?
  /// Rows whose recorded area is the polygon's within 5 %.
  public var rowsAgreeing: Int
  /// Rows whose recorded area is 15 times the polygon's within 5 %: 亩.
  public var rowsInMu: Int
  /// Rows whose recorded area is 10,000 times the polygon's within 5 %: m².
  public var rowsInSquareMetres: Int
  /// Rows with both areas.
  public var rowsCompared: Int
  /// Σ m³/ha × ha over the recorded areas, m³; nil without either column.
  public var volume: Double?
  /// Sum of the 小班蓄积 column, m³; nil without it.
  public var totalVolume: Double?
  /// Rows with 小班蓄积, volume per hectare and area.
  public var volumeRowsCompared: Int
  /// Of these, rows where the product is the total within 5 % or 1 m³.
  public var volumeRowsAgreeing: Int
  /// Of these, rows where the total repeats the volume per hectare.
  public var volumeRowsCopied: Int

  public init(mapping: String, areaUnit: String) {
    self.mapping = mapping
    self.areaUnit = areaUnit
    recordedArea = 0
    rowsAgreeing = 0
    rowsInMu = 0
    rowsInSquareMetres = 0
    rowsCompared = 0
    volumeRowsCompared = 0
    volumeRowsAgreeing = 0
    volumeRowsCopied = 0
  }

  /// The unit that most recorded areas are in, as the polygons show, if the mapping reads them as
  /// hectares; nil where they do not agree.
  public var areaUnitByPolygons: String? {
    guard rowsCompared > 0 else { return nil }
    let half = rowsCompared / 2
    if rowsAgreeing > half { return "hectare" }
    if rowsInMu > half { return "mu" }
    if rowsInSquareMetres > half { return "square-metre" }
    return nil
  }

  /// Whether the mapping's unit is that of most rows, or there is nothing to compare with.
  public var fitsPolygons: Bool { rowsCompared == 0 || rowsAgreeing * 2 > rowsCompared }
}
