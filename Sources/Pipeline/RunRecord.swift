/// `run.json`: the account of one run.
public struct RunRecord: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case finished
    case failed
    case interrupted
  }

  /// The name of its folder below `runs`; later runs have later names.
  public var identifier: String
  public var outcome: Outcome
  /// UTC.
  public var started: String
  /// UTC.
  public var finished: String
  public var seconds: Double
  public var threads: Int
  public var libraries: [LibraryVersion]
  /// The stages that came to a result.
  public var stages: [StageResult]
  public var failedStage: String?
  /// For whoever looks into the failure; not worded for users.
  public var error: String?
}
