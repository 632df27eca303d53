public import Mapping

/// One declared source with geometry: the files it consists of and how to read them.
public struct LayerSource: Sendable {
  /// The path as written, a pattern perhaps.
  public var declaredPath: String
  /// The data files, sorted; each with its sidecars.
  public var files: [SourceFile]
  /// Layer to read where a file holds several.
  public var layer: String?
  /// Encoding declared by the pipeline, such as `GBK`.
  public var encoding: String?
  /// EPSG code declared by the pipeline for files without a usable .prj.
  public var epsg: Int?
  public var mapping: MappingFile
  /// The mapping file's path, for messages.
  public var mappingPath: String
}
