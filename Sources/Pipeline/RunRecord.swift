/// `run.json`: the account of one run.
struct RunRecord: Codable {
  enum Outcome: String, Codable {
    case finished, failed, interrupted
  }

  var identifier: String
  var outcome: Outcome
  var started: String
  var finished: String
  var seconds: Double
  var threads: Int
  var libraries: [LibraryVersion]
  var stages: [StageResult]
  var failedStage: String?
  var error: String?
}
