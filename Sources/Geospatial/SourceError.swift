/// A file could not be used as a source, with the facts a message needs.
public struct SourceError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    /// No such file. Check the path and its spelling.
    case missing
    /// A folder stands where a file is expected; these tables lie in it. Name one of them.
    case isFolder(layers: [String])
    /// A ZIP archive holds these tables, and the path means none of them or does not say which.
    /// Write `archive.zip/table`.
    case archive(tables: [String])
    /// The features are points or lines, where polygons are needed. Name the layer of polygons.
    case notPolygons(GeometryKind)
    /// The file exists but cannot be opened: no permission, unknown kind, not what its name says.
    case notReadable(String)
    /// The file has no such layer. Name one of these.
    case noSuchLayer(available: [String])
    /// The file has several layers and none was named. Name one of these.
    case severalLayers([String])
    /// The layer has no such field. Name one of these.
    case noSuchField(available: [String])
    /// The layer is a view that gives rows without end, or none in reasonable time. Export it as a
    /// table.
    case endlessView
    /// The layer has no rows.
    case empty
    /// The file is cut off or its parts do not belong together. Copy the complete set again.
    case damaged(String)
    /// The texts are well-formed in no encoding we know. Name the encoding in the configuration.
    case undecidedEncoding(String)
    /// The text is in an encoding that this kind of file cannot be read in. Save it as `needed`.
    case wrongEncoding(found: String, needed: String)
    /// The coordinates cannot be placed. See `CoordinateProblem`.
    case coordinate(CoordinateProblem)
    /// The file changed while it was being read. Start again when nobody writes to it.
    case changedWhileReading
  }

  public var path: String
  public var layer: String?
  public var field: String?
  public var problem: Problem
  /// What GDAL said meanwhile, in its own words.
  public var diagnostics: [String]

  public init(
    path: String, layer: String? = nil, field: String? = nil, problem: Problem,
    diagnostics: [String] = []
  ) {
    self.path = path
    self.layer = layer
    self.field = field
    self.problem = problem
    self.diagnostics = diagnostics
  }
}
