/// What is known about a layer after reading it once, before anything is configured.
public struct LayerInspection: Sendable, Equatable, Codable {
  /// GDAL's name of the format, such as `ESRI Shapefile`.
  public var driver: String
  public var layer: String
  /// Rows that hold a feature.
  public var rows: Int
  /// Rows that a .dbf keeps although they were deleted.
  public var deletedRows: Int
  /// `polygon`, `line`, `point`, `mixed` or `none`.
  public var geometry: String
  public var encoding: EncodingFacts
  public var place: PlaceFacts
  public var fields: [FieldInspection]
  /// Area of all polygons, ha; nil where it cannot be measured.
  public var polygonArea: Double?
  /// The known mappings, best fit first.
  public var mappings: [MappingFit]
  /// Codes that the mappings read differently, most frequent first.
  public var contested: [ContestedCode]
  /// Figures by the best mapping; nil where none fits well enough to read the rows.
  public var totals: LayerTotals?
  /// What the rules found by the best mapping, most frequent first.
  public var problems: [ProblemCount]

  /// Rows whose shape is no polygon that can be worked with, by what it is instead: a run sets them
  /// aside.
  public var unusable: [Unusable] = []

  public struct Unusable: Sendable, Equatable, Codable {
    /// Such as `point` or `coordinates that are no place`.
    public var reason: String
    public var rows: Int
    /// Feature id of the first.
    public var exampleRow: Int64
  }

  /// The mapping that fits best, if any was tried.
  public var best: MappingFit? { mappings.first }
}
