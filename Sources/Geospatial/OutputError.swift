/// A file could not be written, with the facts a message needs.
public struct OutputError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    /// The file or layer cannot be created: no such folder, no permission, no such format.
    case cannotCreate(String)
    /// Writing failed, usually because the disk is full.
    case cannotWrite(String)
    /// The encoding of the file has no bytes for this character (row counted from 0).
    case unencodable(character: String, row: Int)
    /// A text is longer than its field (bytes; row counted from 0). Widen the field.
    case textTooLong(row: Int, length: Int, width: Int)
    /// The format cannot hold a field of this name: more than this many bytes.
    case fieldNameTooLong(limit: Int)
    /// Columns and fields do not correspond; a mistake in the program.
    case columnMismatch(String)
  }

  public var path: String
  public var layer: String?
  public var field: String?
  public var problem: Problem
  public var diagnostics: [String]

  public init(
    path: String, layer: String? = nil, field: String? = nil, problem: Problem,
    diagnostics: [String] = []
  ) {
    self.path = path
    self.layer = layer
    self.field = field
    self.problem = problem
    self.diagnostics = diagnostics
  }
}
