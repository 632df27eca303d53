/// The villages within quotas against the target.
public struct TargetProgress: Sendable, Equatable {
  /// tCO2e
  public var target: Double
  /// Credit of first choices within quotas, tCO2e.
  public var tonnes: Double
  public var villages: Int

  public init(target: Double, tonnes: Double, villages: Int) {
    self.target = target
    self.tonnes = tonnes
    self.villages = villages
  }

  /// Of the target; nil where there is no target.
  public var share: Double? { target > 0 ? tonnes / target : nil }
  /// tCO2e still missing.
  public var gap: Double { max(0, target - tonnes) }
  /// Further villages of the mean size that would close the gap; nil where that cannot be said.
  public var villagesStillNeeded: Int? {
    if gap == 0 { return 0 }
    guard villages > 0, tonnes > 0 else { return nil }
    let needed = gap / (tonnes / Double(villages))
    guard needed < 1_000_000 else { return nil }
    let whole = Int(needed)
    return Double(whole) < needed ? whole + 1 : whole
  }
}
