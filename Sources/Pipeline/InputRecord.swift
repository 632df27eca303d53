/// The content of one role's files as found when the run was planned.
public struct InputRecord: Codable, Sendable, Equatable {
  public struct File: Codable, Sendable, Equatable {
    /// The file's name without the folder it lies in; for files of an input folder, that
    /// folder's name and the path below it.
    public var name: String
    public var bytes: Int64
    /// Fast digest of the content, hexadecimal digits. Tells change; is no SHA-256.
    public var digest: String

    /// Whether a file still has the recorded content.
    /// - Throws: `FileError`.
    public func isContent(of path: String) throws -> Bool {
      try ContentHash.digest(file: path).hex == digest
    }
  }

  public var role: String
  public var files: [File]
}
