/// A sample would overwrite a file. Choose another folder or say that files may be replaced.
public struct SampleExists: Error, Sendable, Equatable {
  public var path: String
}
