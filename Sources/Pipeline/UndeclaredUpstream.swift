/// A stage asked for a result it had not named in `upstream`, so that its fingerprint would not
/// cover it. A fault of the program, worth reporting.
public struct UndeclaredUpstream: Error, Sendable, Equatable {
  public var stage: String
  public var upstream: String

  public init(stage: String, upstream: String) {
    self.stage = stage
    self.upstream = upstream
  }
}
