/// The state of title of one 小班 with the parcels it rests on, and what is taken off its area.
public struct TitleExplanation: Codable, Sendable, Equatable {
  public struct Reason: Codable, Sendable, Equatable {
    /// Such as `QS05`.
    public var code: String
    public var text: String
  }

  /// A parcel that claims the 小班.
  public struct Claim: Codable, Sendable, Equatable {
    public var file: String
    /// Row in the file.
    public var sourceRow: Int64
    public var parcel: String
    public var certificate: String
    public var holder: String
    public var holderType: String
    /// The four rights as registered; empty where missing.
    public var landOwner: String
    public var landUser: String
    public var treeOwner: String
    public var treeUser: String
    /// Raw value of `ClaimEvidence`.
    public var evidence: String
    public var evidenceName: String
    /// Of the 小班's area; nil where only text connects the two.
    public var share: Double?
    /// ha
    public var area: Double?
    /// 0 to 1.
    public var confidence: Double
    /// As registered; empty where missing.
    public var termEnd: String
    public var isDisputed: Bool
  }

  /// Raw value of `TitleClass`.
  public var titleClass: String
  public var titleName: String
  public var reasons: [Reason]
  /// Raw value of `TermStanding`.
  public var term: String
  public var termName: String
  public var claims: [Claim]
  public var clearShare: Double?
  public var untitledShare: Double?
  public var contestedShare: Double?
  public var disputedShare: Double?
  public var expiringShare: Double?
  /// Share inside exclusion zones; nil where the run has no such layer or the 小班 no polygon.
  public var excludedShare: Double?
  /// Share already credited elsewhere, outside the exclusion zones.
  public var creditedShare: Double?
  public var creditedMechanisms: String
  /// Whether the run has layers of the kind at all.
  public var hasExclusions: Bool
  public var hasCredited: Bool
}
