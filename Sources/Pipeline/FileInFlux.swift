/// An input was being written while it was read. Run again when the other program is done.
public struct FileInFlux: Error, Sendable, Equatable {
  public var path: String

  public init(path: String) {
    self.path = path
  }
}
