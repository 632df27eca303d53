public import Inventory

/// 小班一览表: all 小班 of one village, for the forestry bureau to stamp.
public struct VillageSheet: Sendable, Equatable {
  public var village: Village
  /// By 林班 and 小班.
  public var plots: [VillagePlot]

  public init(village: Village, plots: [VillagePlot]) {
    self.village = village
    self.plots = plots
  }
}
