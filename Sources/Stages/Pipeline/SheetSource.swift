public import Mapping

/// A 林权 list without geometry.
public struct SheetSource: Sendable {
  public var declaredPath: String
  public var files: [SourceFile]
  /// Sheet to read; nil takes the first.
  public var sheet: String?
  public var mapping: MappingFile
  public var mappingPath: String
}
