/// The stages do not make a pipeline. `unknownStage` is for the user, who named a stage that does
/// not exist; the others are faults of the program.
public enum PlanError: Error, Sendable, Equatable {
  /// `known` are the names there are.
  case unknownStage(name: String, known: [String])
  case duplicateStage(name: String)
  case invalidName(name: String)
  /// Upstream stages have to come before the stage that names them.
  case unknownUpstream(stage: String, upstream: String)
}
