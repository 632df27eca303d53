/// What happens during a run, in order.
public enum RunEvent: Sendable {
  case planned(Plan)
  case started(stage: String, title: String)
  /// May come from any thread and often: the observer decides how much of it to show.
  case progress(stage: String, done: Int, total: Int?, unit: String)
  /// Computed or reused.
  case finished(StageResult)
  case failed(stage: String, error: any Error)
}
