/// From where on rights in one hand call for a look (预防圈占资源). Judgement, to be declared.
public struct EnclosureThresholds: Sendable, Equatable {
  /// Villages in which one outside body holds rights.
  public var villages = 3
  /// Bodies with less than this many ha in all are passed over: they tie up nothing, and persons
  /// are told apart by name only, so namesakes in several villages look like one.
  public var smallestArea = 0.0
  /// Share of all area in the list under one outside body.
  public var areaShare = 0.2
  /// Entries since `recentFrom` of one outside body in different villages.
  public var recentVillages = 2
  /// The first day that counts as recent; nil if recent transfers are not looked at.
  public var recentFrom: CalendarDate?

  public init() {}
}
