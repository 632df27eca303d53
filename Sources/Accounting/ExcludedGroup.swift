/// A species group that a method leaves out knowingly.
public struct ExcludedGroup: Sendable, Equatable {
  public var group: String
  public var reason: String

  public init(group: String, reason: String) {
    self.group = group
    self.reason = reason
  }
}
