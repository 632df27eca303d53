/// What a run will do and why.
public struct Plan: Codable, Sendable {
  public var stages: [PlannedStage]
  public var libraries: [LibraryVersion]
}
