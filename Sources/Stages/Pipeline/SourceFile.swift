/// A data file with everything that belongs to it.
public struct SourceFile: Sendable, Equatable {
  /// Absolute path of the file that is opened.
  public var path: String
  /// The path as a reader of reports should see it: relative to the pipeline file.
  public var displayPath: String
  /// Absolute paths of all files whose content counts, sorted.
  public var parts: [String]
}
