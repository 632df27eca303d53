public import Inventory

/// How the area of a certificate stands to the area of its polygon. First-round certificates were
/// estimated by eye and are often off by 10–30 %.
public enum AreaAgreement: Sendable, Equatable {
  /// Within the tolerance.
  case agrees
  /// Printed area divided by polygon area.
  case differs(ratio: Double)
  /// The ratio fits a mistaken unit: the number printed is most likely in this one.
  case unitSuspected(AreaUnit, ratio: Double)
  /// One of the areas is missing or zero.
  case unknown

  /// - Parameters:
  ///   - printed: 证载面积 as read, ha.
  ///   - polygon: ha
  ///   - tolerance: share of the polygon's area.
  public static func compare(
    printed: Double, polygon: Double, tolerance: Double = 0.3
  ) -> AreaAgreement {
    guard printed > 0, polygon > 0, printed.isFinite, polygon.isFinite else { return .unknown }
    let ratio = printed / polygon
    if abs(ratio - 1) <= tolerance { return .agrees }
    let mistakes: [(AreaUnit, Double)] = [
      (.mu, Units.muPerHectare), (.squareMetre, Units.squareMetresPerHectare),
      (.hectare, 1 / Units.muPerHectare),
    ]
    for (unit, factor) in mistakes where abs(ratio / factor - 1) <= tolerance {
      return .unitSuspected(unit, ratio: ratio)
    }
    return .differs(ratio: ratio)
  }
}
