/// What is known about a layer before its rows are read. Opening the source again from it skips
/// the examination, so one worker examines and the others reopen.
public struct LayerDescription: Sendable, Equatable {
  public var path: String
  /// GDAL's name of the format, such as `ESRI Shapefile`.
  public var driver: String
  public var layer: String
  public var fields: [FieldDescription]
  /// Rows that hold a feature.
  public var featureCount: Int
  /// Rows that can be asked for: `0..<rowCount`. More than `featureCount` if a .dbf keeps deleted
  /// rows; those are absent from what is read.
  public var rowCount: Int
  public var geometry: GeometryKind
  /// Nil without rows or geometry.
  public var extent: Extent?
  public var coordinates: CoordinateDecision
  public var encoding: EncodingDecision

  /// Where the rows lie that the decision about the coordinates rests on, in the layer's own units;
  /// a few others lie elsewhere. Nil where all lie together.
  public internal(set) var usableExtent: Extent?

  /// GeoJSON: whether each row has something for a geometry; empty where that is not known.
  var hasShapes: [Bool] = []

  var rowIDs: RowIDs
  var stamps: [FileStamp]
  /// Rows of a sheet above the first one of data that the driver takes for data too.
  public internal(set) var skippedRows = 0

  /// How rows are numbered.
  enum RowIDs: Sendable, Equatable {
    /// The driver jumps to a row by itself.
    case direct
    /// Row `i` has feature id `first + i`.
    case contiguous(first: Int64)
    /// Row `i` has feature id `list[i]`.
    case listed([Int64])
    /// Rows can only be read one after another.
    case sequential
  }

  /// Position of the field of this name; ASCII letters may differ in case.
  public func index(ofField name: String) throws(SourceError) -> Int {
    if let exact = fields.firstIndex(where: { $0.name == name }) { return exact }
    let folded = name.lowercased()
    if let close = fields.firstIndex(where: { $0.name.lowercased() == folded }) { return close }
    throw SourceError(
      path: path, layer: layer, field: name,
      problem: .noSuchField(available: fields.map(\.name)))
  }
}

extension LayerDescription {
  /// Whether some of the layer lies far outside the zone of its coordinate system, where lengths are
  /// no longer true.
  public var reachesPastZone: Bool {
    guard case .known(let system, _) = coordinates, let extent else { return false }
    return CoordinateRule.fits(system, [extent]) == [false]
  }
}
