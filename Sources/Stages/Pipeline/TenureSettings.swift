public import Tenure

/// How 林权 evidence is judged.
public struct TenureSettings: Sendable, Equatable {
  /// Pieces smaller than this are slivers, ha.
  public var sliverHectares = 0.01
  /// Pieces smaller than this share of the 小班 are slivers.
  public var sliverShare = 0.01
  /// A 小班 is clear when one holder's parcels cover at least this share of it.
  public var clearShare = 0.9
  /// Year at whose end titles may end at the earliest. Nil: the last year that a method of the run
  /// credits.
  public var titleUntil: Int?
  /// How far 证载面积 may be from the polygon of a parcel, as a share of it.
  public var areaTolerance = 0.1
  // Limits of 圈占资源预警 are judgement: no published ones are known.
  /// Villages in which one outside body must hold `enclosureVillageShare` to be warned of.
  public var enclosureVillages = 3
  /// Share of a village's 小班 in one outside hand that draws attention where it happens in several
  /// villages.
  public var enclosureVillageShare = 0.1
  /// Share of one village's 小班 that draws attention by itself.
  public var enclosureSingleShare = 0.3
  /// Share of the 小班 of the whole run.
  public var enclosureCountyShare = 0.1
  /// Area that it must hold in all, ha; 1000 亩.
  public var enclosureHectares = 1000 / 15.0
  /// Rights entered from this day on are recent; nil: from the first day of the year two years
  /// before the latest survey.
  public var recentFrom: CalendarDate?
  /// 小班 whose polygons are held in memory at a time. Fewer take less memory; results are the same.
  public var rowsPerShard = 100_000

  public init() {}
}
