public import Inventory

/// The stands of one species group and origin, and the curves through them.
public struct StratumFit: Sendable, Equatable {
  /// Why a stratum has no curve.
  public enum Failure: Sendable, Equatable {
    /// Fewer stands with age and volume than the settings ask for.
    case tooFewStands
    /// Too few age classes are filled to tell a curve from a point.
    case tooFewClasses
    /// Older stands do not hold more: what was cut and what was spared hides the growth.
    case noGrowth
  }

  public var group: String
  /// `.unknown` stands for all origins together.
  public var origin: Origin
  /// Stands with age and volume.
  public var stands: Int
  /// The better one first; empty if `failure` says why.
  public var curves: [FittedCurve]
  public var failure: Failure?
}
