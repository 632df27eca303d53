/// One curve fitted on one stratum.
public struct FittedCurve: Sendable, Equatable {
  public var curve: GrowthCurve
  public var statistics: GrowthFitStatistics

  public var guide: GuideCurve {
    GuideCurve(curve, youngest: statistics.youngest, oldest: statistics.oldest)
  }
}
