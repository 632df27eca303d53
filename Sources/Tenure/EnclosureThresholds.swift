/// From where on rights in one hand call for a look (预防圈占资源). Judgement, to be declared.
public struct EnclosureThresholds: Sendable, Equatable {
  /// Villages in which one outside body holds `villageShare` or more.
  public var villages = 3
  /// Share of a village's area that counts as a hold on it where it happens in several villages.
  public var villageShare = 0.1
  /// Share of a single village's area that calls for a look by itself.
  public var singleShare = 0.3
  /// Share of the area of all villages.
  public var countyShare = 0.1
  /// Bodies with less than this many ha in all are passed over: they tie up nothing, and persons
  /// are told apart by name only, so namesakes in several villages look like one.
  public var smallestArea = 0.0
  /// Villages in which one outside body has lately entered `recentShare` or more.
  public var recentVillages = 2
  /// Share of a village's area.
  public var recentShare = 0.05
  /// The first day that counts as recent; nil if recent transfers are not looked at.
  public var recentFrom: CalendarDate?

  public init() {}
}
