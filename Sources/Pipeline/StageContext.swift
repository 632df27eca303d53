/// What a stage is given for one run.
public struct StageContext: Sendable {
  /// The empty folder to write in. It becomes the result when the stage returns.
  public let folder: String
  /// How many threads to use; must not change the result.
  public let threads: Int
  public let progress: ProgressReporter
  /// To be polled between batches.
  public let interruption: Interruption
  /// Identifies the result being made; may be written into it.
  public let fingerprint: Fingerprint
  let stage: String
  let results: [UpstreamResult]

  /// The folder of an earlier stage.
  /// - Throws: `UndeclaredUpstream` for a stage that `Stage.upstream` does not name.
  public func upstreamFolder(_ name: String) throws(UndeclaredUpstream) -> String {
    try result(name).folder
  }

  /// What an earlier stage reported.
  public func upstreamReport(_ name: String) throws(UndeclaredUpstream) -> StageReport {
    try result(name).report
  }

  public func upstreamFingerprint(_ name: String) throws(UndeclaredUpstream) -> Fingerprint {
    try result(name).fingerprint
  }

  private func result(_ name: String) throws(UndeclaredUpstream) -> UpstreamResult {
    guard let result = results.first(where: { $0.name == name }) else {
      throw UndeclaredUpstream(stage: stage, upstream: name)
    }
    return result
  }
}
