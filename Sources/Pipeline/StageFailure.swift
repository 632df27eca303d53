/// A stage did not come to a result. Nothing of it remains; results of the stages before it do.
public struct StageFailure: Error, Sendable {
  public var stage: String
  public var underlying: any Error

  public init(stage: String, underlying: any Error) {
    self.stage = stage
    self.underlying = underlying
  }
}
