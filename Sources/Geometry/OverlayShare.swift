/// What one polygon of the other layer has of the subject.
public struct OverlayShare: Sendable, Equatable {
  /// Row in the other layer.
  public var row: Int
  /// Area in common, outside all exclusion zones, square metres.
  public var area: Double

  public init(row: Int, area: Double) {
    self.row = row
    self.area = area
  }
}
