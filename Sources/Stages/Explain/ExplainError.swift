/// Why a 小班 cannot be explained.
public enum ExplainError: Error, Sendable, Equatable {
  /// A row among which to choose.
  public struct Candidate: Sendable, Equatable {
    public var row: Int64
    public var key: String
    public var survey: Int
    public var isQuarantined: Bool
  }

  /// There is nothing of this name: check the path.
  case noSuchRun(path: String)
  /// The folder is no work folder and no run: name the folder given by `work`, one of its `runs`,
  /// or the pipeline file.
  case notARun(path: String)
  /// No run has come far enough: run the pipeline first.
  case noResults(work: String)
  /// Nothing has this row number or key: look it up in `inventory.gpkg`.
  case unknownPlot(text: String, rows: Int64)
  /// Several rows end like this: give more of the key, or the row number.
  case ambiguousPlot(text: String, count: Int, first: [Candidate])
  /// The run has no such method: choose one of `known`.
  case unknownMethod(id: String, known: [String])
  /// A file of the results was changed, damaged or removed since it was made: run the pipeline again.
  case changedResult(path: String)
  /// The stored record of the run cannot be used: remove the work folder and run again.
  case damagedRecord(path: String, what: String)
}
