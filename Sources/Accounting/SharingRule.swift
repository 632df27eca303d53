public import Inventory

/// How the income of a method's credits is divided between village and technical body, as its file
/// states it under `sharing`.
public struct SharingRule: Sendable, Equatable {
  /// The technical body may have at most this share of the gross, 0 to 1; nil: no cap is known.
  public var cap: Double?
  /// The cap in old revolutionary, Soviet and ethnic areas, and where the area is not known; nil:
  /// as `cap`.
  public var capInOldRevolutionaryAreas: Double?
  /// Without a cap: the share reckoned with until the parties agree one.
  public var assumedShare: Double?
  /// Whether charges beside the share are allowed.
  public var allowsExtraFees: Bool
  public var provenance: Provenance

  public init(
    cap: Double? = nil, capInOldRevolutionaryAreas: Double? = nil, assumedShare: Double? = nil,
    allowsExtraFees: Bool = true, provenance: Provenance
  ) {
    self.cap = cap
    self.capInOldRevolutionaryAreas = capInOldRevolutionaryAreas
    self.assumedShare = assumedShare
    self.allowsExtraFees = allowsExtraFees
    self.provenance = provenance
  }
}
