/// The output folder holds files that are not LinTan's. It is replaced as a whole at every run, so
/// it must belong to the pipeline alone.
public struct OutputFolderInUse: Error, Sendable, Equatable {
  public var path: String
  /// Names of the files that do not belong there.
  public var strangers: [String]
}
