public import Inventory

/// A declared choice to use another group's coefficients.
public struct StandIn: Sendable, Equatable {
  public var group: String
  /// The group whose coefficients are used.
  public var use: String
  public var reason: String
  /// Never better than `surrogate` unless the file names who says so.
  public var provenance: Provenance

  public init(group: String, use: String, reason: String, provenance: Provenance) {
    self.group = group
    self.use = use
    self.reason = reason
    self.provenance = provenance
  }
}
