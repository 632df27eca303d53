public import Inventory

/// Fractions taken off before anything is credited, each from 0 to 0.95.
public struct Deductions: Sendable, Equatable {
  /// For the uncertainty of the measurement.
  public var uncertainty: Double
  /// For the risk that the stock is lost again (K_RISK).
  public var nonPermanence: Double
  /// For emissions shifted elsewhere.
  public var leakage: Double
  public var provenance: Provenance

  public init(
    uncertainty: Double = 0, nonPermanence: Double = 0, leakage: Double = 0,
    provenance: Provenance
  ) {
    self.uncertainty = uncertainty
    self.nonPermanence = nonPermanence
    self.leakage = leakage
    self.provenance = provenance
  }

  /// What is left after uncertainty and risk.
  ///
  /// It multiplies losses as well as gains, so that rows add up to what the deduction leaves of
  /// the project's sum, however the project is cut into rows.
  public var retained: Double { (1 - uncertainty) * (1 - nonPermanence) }
}
