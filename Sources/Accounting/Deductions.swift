public import Inventory

/// Fractions taken off before anything is credited, each from 0 to 0.95.
public struct Deductions: Sendable, Equatable {
  /// For the uncertainty of the measurement.
  public var uncertainty: Double
  /// For the risk that the stock is lost again (K_RISK).
  public var nonPermanence: Double
  /// For emissions shifted elsewhere.
  public var leakage: Double
  /// Whether the uncertainty deduction is taken off growth before anything else and makes a loss
  /// larger: ΔC·(1 − u) for a gain and ΔC·(1 + u) for a loss, as remembered of AR-CM-003-V01.
  public var raisesLosses: Bool
  public var provenance: Provenance

  public init(
    uncertainty: Double = 0, nonPermanence: Double = 0, leakage: Double = 0,
    raisesLosses: Bool = false, provenance: Provenance
  ) {
    self.raisesLosses = raisesLosses
    self.uncertainty = uncertainty
    self.nonPermanence = nonPermanence
    self.leakage = leakage
    self.provenance = provenance
  }

  /// What is left after uncertainty and risk.
  ///
  /// It multiplies losses as well as gains, so that rows add up to what the deduction leaves of
  /// the project's sum, however the project is cut into rows.
  ///
  /// Where losses are raised, uncertainty is dealt with in `counted` and only risk is left.
  public var retained: Double {
    (raisesLosses ? 1 : 1 - uncertainty) * (1 - nonPermanence)
  }

  /// The growth that counts, tCO2e/ha/yr: g itself, or g − u·|g| where losses are raised.
  @inlinable
  public func counted(_ growth: Double) -> Double {
    raisesLosses ? growth - uncertainty * abs(growth) : growth
  }
}
