public import Pipeline

/// What a finished run left.
public struct PipelineOutcome: Sendable {
  public var result: RunResult
  /// The ranked table for the terminal; empty when `publish` was not run.
  public var summary: String
  /// Absolute paths of the reports.
  public var files: [String]
}
