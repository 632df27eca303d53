/// What one polygon of the other layer has of the subject.
public struct OverlayShare: Sendable, Equatable {
  /// Row in the other layer.
  public var row: Int
  /// Area in common, outside all exclusion zones, square metres.
  public var area: Double
  /// Area in common inside exclusion zones, square metres.
  public var excludedArea: Double

  public init(row: Int, area: Double, excludedArea: Double = 0) {
    self.row = row
    self.area = area
    self.excludedArea = excludedArea
  }

  /// Area in common whatever the zones, square metres.
  public var wholeArea: Double { area + excludedArea }
}
