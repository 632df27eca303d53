/// The state of title of each 小班: columns of equal length.
///
/// The five shares of area add up to 1 where the map decides: what is under no title, and of the
/// rest each spot once, for the worst that is said of it in the order disputed, contested, expiring,
/// clear. Where only text connects a 小班 to its title, and where nothing is known, they are NaN.
public struct TitleColumns: Sendable, Equatable {
  public internal(set) var titleClass: [TitleClass] = []
  public internal(set) var reasons: [TitleReasonSet] = []
  /// For the titled area as a whole: `.expires` where too much of it ends early, `.unknown` where
  /// a missing term could still make it so.
  public internal(set) var term: [TermStanding] = []
  public internal(set) var disputedShare: [Double] = []
  /// Covered by titles of different holders.
  public internal(set) var contestedShare: [Double] = []
  public internal(set) var expiringShare: [Double] = []
  public internal(set) var untitledShare: [Double] = []
  public internal(set) var clearShare: [Double] = []
  /// The parcel with the largest share, or the most believed one; -1 where there is none.
  public internal(set) var mainParcel: [Int32] = []
  /// Different holders that remain after slivers are dropped.
  public internal(set) var holderCount: [Int32] = []
  /// The evidence of the main parcel; nil where there is none.
  public internal(set) var evidence: [ClaimEvidence?] = []
  /// 0 to 1; of the main parcel's claim.
  public internal(set) var confidence: [Double] = []
  /// Pieces dropped as slivers.
  public internal(set) var sliverCount: [Int32] = []
  /// Their area, ha.
  public internal(set) var sliverArea: [Double] = []

  public var count: Int { titleClass.count }

  init() {}
}
