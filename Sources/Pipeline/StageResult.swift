/// One finished stage of a run.
public struct StageResult: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case computed
    case reused
  }

  public var name: String
  public var title: String
  public var outcome: Outcome
  public var reasons: [StageReason]
  public var fingerprint: Fingerprint
  /// Relative to the work folder.
  public var folder: String
  public var seconds: Double
  public var report: StageReport
  public var inputs: [InputRecord]
}
