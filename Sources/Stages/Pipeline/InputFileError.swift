public import Configuration

/// A file named by the command line, a pipeline or a mapping that cannot be read.
public struct InputFileError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    case missing
    case isFolder
    case unreadable(String)
  }

  public var path: String
  public var problem: Problem
  /// The file and place that names it; nil for the command line.
  public var namedBy: ConfigurationError?

  public init(path: String, problem: Problem, namedBy: ConfigurationError? = nil) {
    self.path = path
    self.problem = problem
    self.namedBy = namedBy
  }
}
