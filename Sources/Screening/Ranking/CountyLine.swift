/// How far a county has filled its quota of villages.
public struct CountyLine: Sendable, Equatable {
  /// 6 digits.
  public var county: String
  public var name: String
  /// nil where the county has none: then all its villages are within it.
  public var quota: Int?
  public var withinQuota = 0
  public var reserve = 0
  public var notYet = 0
  /// Credit of the villages within the quota, tCO2e.
  public var tonnes = 0.0

  /// Villages still missing.
  public var missing: Int { max(0, (quota ?? 0) - withinQuota) }
}
