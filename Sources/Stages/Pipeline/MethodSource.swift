public import Accounting
public import Configuration

/// A method file of the pipeline.
public struct MethodSource: Sendable {
  public var path: String
  /// The path as a reader of reports should see it: relative to the pipeline file.
  public var displayPath: String
  public var parameters: MethodParameters
  /// The file's values in canonical form: what a result depends on.
  public var canonical: String
  /// Where the `stock` block of the file stands.
  public var stockPosition: TextPosition?
  /// Counties for which the method is used, six digits each; empty means all.
  public var counties: [String]
}
