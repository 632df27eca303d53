/// One village under one method: what its 小班 add up to.
public struct Candidate: Sendable, Equatable {
  /// Position in the run's list of villages; -1 for 小班 whose village is not known.
  public var village: Int32
  /// Identifier of the method's parameter file.
  public var method: String

  public var passing = VerdictTotals()
  public var undecided = VerdictTotals()
  public var failing = VerdictTotals()
  /// All 小班 of the village, ha.
  public var area: Double { passing.area + undecided.area + failing.area }

  /// Area that counts: passing rows, less what is excluded or credited already, ha.
  public var eligibleArea = 0.0
  /// Carbon in the eligible area, tC.
  public var stock = 0.0
  /// Growth of the eligible area, tCO2e a year.
  public var increment = 0.0
  /// Credit of the eligible area before the floor, tCO2e.
  public var creditBeforeFloor = 0.0
  /// Credit of the project, tCO2e.
  public var credit = 0.0
  /// What undecided rows would add if all of them passed, tCO2e.
  public var undecidedCredit = 0.0
  /// Passing rows whose credit or eligible share cannot be told; they add nothing above.
  public var unquantified = VerdictTotals()
  /// Losses that are in `creditBeforeFloor`: of stands that still stand, of those that went out of
  /// the account (felled, burned, converted) and of land that the later survey does not show.
  public var standingLosses = LossTotals()
  public var departedLosses = LossTotals()
  public var missingLosses = LossTotals()
  /// Losses of 小班 that are not of the project, or of which that cannot be told.
  public var outsideLosses = LossTotals()
  /// Earlier stock, tC, of rows of which it cannot be told what became of it.
  public var openStock = LossTotals()
  /// In the method's order of rules, failures before open questions of one rule.
  public var blockingReasons: [BlockingReason] = []

  public init(village: Int32, method: String) {
    self.village = village
    self.method = method
  }
}
