/// The title of one 小班 while it is being decided.
struct TitleState {
  struct Shares {
    var disputed = 0.0
    var contested = 0.0
    var expiring = 0.0
    var untitled = 0.0
    var clear = 0.0

    static let unknown = Shares(raw: .nan)

    private init(raw: Double) {
      disputed = raw
      contested = raw
      expiring = raw
      untitled = raw
      clear = raw
    }

    /// Takes each share from what the worse ones have left, so that all five add up to 1. What no
    /// title covers cannot be disputed, contested or expiring.
    init(
      disputed: Double = 0, contested: Double = 0, expiring: Double = 0, untitled: Double
    ) {
      self.untitled = min(1, max(0, untitled))
      var left = 1 - self.untitled
      func take(_ share: Double) -> Double {
        let taken = min(max(0, share), left)
        left -= taken
        return taken
      }
      self.disputed = take(disputed)
      self.contested = take(contested)
      self.expiring = take(expiring)
      clear = left
    }
  }

  var titleClass = TitleClass.unknown
  var reasons = TitleReasonSet()
  var term = TermStanding.unknown
  var shares = Shares.unknown
  var mainParcel: Int32 = -1
  var holderCount: Int32 = 0
  var evidence: ClaimEvidence?
  var confidence = 0.0
  var sliverCount: Int32 = 0
  var sliverArea = 0.0
}

extension TitleColumns {
  /// Adds a reason that follows from more than the claims.
  public mutating func add(_ reason: TitleReason, row: Int) { reasons[row].insert(reason) }

  mutating func append(_ state: TitleState) {
    titleClass.append(state.titleClass)
    reasons.append(state.reasons)
    term.append(state.term)
    disputedShare.append(state.shares.disputed)
    contestedShare.append(state.shares.contested)
    expiringShare.append(state.shares.expiring)
    untitledShare.append(state.shares.untitled)
    clearShare.append(state.shares.clear)
    mainParcel.append(state.mainParcel)
    holderCount.append(state.holderCount)
    evidence.append(state.evidence)
    confidence.append(state.confidence)
    sliverCount.append(state.sliverCount)
    sliverArea.append(state.sliverArea)
  }
}
