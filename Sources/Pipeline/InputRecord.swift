/// The content of one role's files as found when the run was planned.
public struct InputRecord: Codable, Sendable, Equatable {
  public struct File: Codable, Sendable, Equatable {
    /// The file's name without the folder it lies in; for files of an input folder, that
    /// folder's name and the path below it.
    public var name: String
    public var bytes: Int64
    /// SHA-256 in hexadecimal digits.
    public var digest: String
  }

  public var role: String
  public var files: [File]
}
