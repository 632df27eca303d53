/// How the area of one subject is divided, square metres.
///
/// All figures come from the same boundary pieces, so they add up: what is eligible is covered
/// or uncovered, and with no more than two polygons anywhere the shares sum to covered plus
/// overlapped. The same holds inside the exclusion zones.
public struct OverlayTotals: Sendable, Equatable {
  /// The whole subject.
  public var subject: Double
  /// Outside all exclusion zones.
  public var eligible: Double
  /// Eligible and in at least one polygon of the other layer.
  public var covered: Double
  /// Eligible and in at least two of them.
  public var overlapped: Double
  /// Inside an exclusion zone and in at least one polygon of the other layer.
  public var excludedCovered: Double
  /// Inside an exclusion zone and in at least two of them.
  public var excludedOverlapped: Double

  /// Inside an exclusion zone.
  public var excluded: Double { subject - eligible }
  /// Eligible and in none of the other layer's polygons.
  public var uncovered: Double { eligible - covered }

  public init(
    subject: Double, eligible: Double, covered: Double, overlapped: Double,
    excludedCovered: Double = 0, excludedOverlapped: Double = 0
  ) {
    self.subject = subject
    self.eligible = eligible
    self.covered = covered
    self.overlapped = overlapped
    self.excludedCovered = excludedCovered
    self.excludedOverlapped = excludedOverlapped
  }
}
