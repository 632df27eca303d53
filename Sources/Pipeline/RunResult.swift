/// A run that came to its end.
public struct RunResult: Sendable {
  /// The time the run began, as its folder below `runs` is named.
  public var identifier: String
  public var plan: Plan
  public var stages: [StageResult]
  /// The work folder.
  public var work: String

  /// The folder of a stage's result.
  public func folder(_ stage: String) -> String? {
    stages.first { $0.name == stage }.map { work + "/" + $0.folder }
  }
}
