/// An input file cannot be relied on. `missing` and `unreadable`: correct the path or the
/// permissions; `changed` and `disappeared`: another program works on the file, run again when it
/// is done; `empty`: the folder holds no file.
public struct InputError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    case missing
    case unreadable(FileError)
    case empty
    /// Since the run was planned.
    case changed
    /// Since the run was planned.
    case disappeared
  }

  public var stage: String
  public var role: String
  public var path: String
  public var problem: Problem

  public init(stage: String, role: String, path: String, problem: Problem) {
    self.stage = stage
    self.role = role
    self.path = path
    self.problem = problem
  }
}
