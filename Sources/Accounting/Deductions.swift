public import Inventory

/// Fractions taken off before anything is credited, each from 0 to 0.95.
public struct Deductions: Sendable, Equatable {
  /// For the uncertainty of the measurement.
  public var uncertainty: Double
  /// For the risk that the stock is lost again (K_RISK).
  public var nonPermanence: Double
  /// For emissions shifted elsewhere.
  public var leakage: Double
  /// Emissions of the project and leakage that do not go by growth, tCO2e/ha/yr; taken off as the
  /// baseline is.
  public var emissions = 0.0
  /// What they make of a loss.
  public var onLosses: LossDeduction
  /// What `uncertainty` is taken from.
  public var appliesTo: DeductionBase
  public var provenance: Provenance

  public init(
    uncertainty: Double = 0, nonPermanence: Double = 0, leakage: Double = 0,
    onLosses: LossDeduction = .increased, appliesTo: DeductionBase = .net, provenance: Provenance
  ) {
    self.uncertainty = uncertainty
    self.nonPermanence = nonPermanence
    self.leakage = leakage
    self.onLosses = onLosses
    self.appliesTo = appliesTo
    self.provenance = provenance
  }

  /// What is left of a gain after uncertainty and risk.
  public var retained: Double { (1 - uncertainty) * (1 - nonPermanence) }

  /// What is left of the baseline, and of leakage taken off beside it.
  public var retainedOfBaseline: Double {
    switch appliesTo {
    case .net: retained
    case .project: 1 - nonPermanence
    }
  }

  /// The factor of a loss.
  /// - Parameter gain: the factor of a gain.
  public func lossFactor(gain: Double) -> Double {
    switch onLosses {
    case .increased: 1 + uncertainty
    case .unreduced: 1
    case .asGains: gain
    }
  }
}
