/// Which results to compute although they exist.
public struct RunOptions: Sendable, Equatable {
  /// This stage and all after it.
  public var from: String?
  /// All stages.
  public var force: Bool

  public init(from: String? = nil, force: Bool = false) {
    self.from = from
    self.force = force
  }
}
