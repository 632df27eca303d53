/// Another run is using the work folder. Wait for it, or look at the process `holder`.
public struct Busy: Error, Sendable, Equatable {
  /// The lock file.
  public var path: String
  /// The process that holds the lock; nil when it has not written its number yet.
  public var holder: Int32?

  public init(path: String, holder: Int32?) {
    self.path = path
    self.holder = holder
  }
}
