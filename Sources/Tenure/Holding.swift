/// One right that a body holds in one village.
public struct Holding: Sendable, Equatable {
  /// The holder's name to compare (`Holder.name`).
  public var holder: String
  public var type: HolderType
  /// Position in the run's list of villages.
  public var village: Int32
  /// ha
  public var area: Double
  /// When the right was entered or transferred, where known.
  public var since: CalendarDate?

  public init(
    holder: String, type: HolderType, village: Int32, area: Double, since: CalendarDate? = nil
  ) {
    self.holder = holder
    self.type = type
    self.village = village
    self.area = area
    self.since = since
  }
}
