/// Files a stage reads, under the role they play for it.
public struct StageInput: Sendable, Equatable {
  /// Such as `survey` or `tenure`; named in messages and run records.
  public var role: String
  /// Files, or folders that count with all files in them (a file geodatabase). The order counts.
  public var paths: [String]

  public init(role: String, paths: [String]) {
    self.role = role
    self.paths = paths
  }
}
