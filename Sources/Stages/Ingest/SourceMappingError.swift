public import Mapping

/// A file that does not have the columns its mapping names.
public struct SourceMappingError: Error, Sendable, Equatable {
  /// The data file.
  public var path: String
  public var layer: String
  /// The mapping file, as the pipeline names it.
  public var mapping: String
  public var problem: MappingError
}
