/// One stage of a plan.
public struct PlannedStage: Codable, Sendable {
  public var name: String
  public var title: String
  public var revision: Int
  public var configuration: String
  public var inputs: [InputRecord]
  public var upstream: [Manifest.Upstream]
  public var fingerprint: Fingerprint
  /// Where the result lies or will lie, relative to the work folder.
  public var folder: String
  /// Why it has to be computed; none when the result is there already.
  public var reasons: [StageReason]

  public var isReused: Bool { reasons.isEmpty }
}
