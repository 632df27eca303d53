public import Inventory

/// Dead wood as a share of the carbon of living trees.
public struct DeadWood: Sendable, Equatable {
  /// The share of one species group.
  public struct GroupShare: Sendable, Equatable {
    public var group: String
    public var share: Double
    public var provenance: Provenance

    public init(group: String, share: Double, provenance: Provenance) {
      self.group = group
      self.share = share
      self.provenance = provenance
    }
  }

  /// Fraction, 0 to 0.2, of groups without one of their own.
  public var share: Double
  public var groups: [GroupShare]
  public var provenance: Provenance

  public init(share: Double, groups: [GroupShare] = [], provenance: Provenance) {
    self.share = share
    self.groups = groups
    self.provenance = provenance
  }

  public func share(of group: String) -> Double {
    groups.first { $0.group == group }?.share ?? share
  }

  public func provenance(of group: String) -> Provenance {
    groups.first { $0.group == group }?.provenance ?? provenance
  }
}
