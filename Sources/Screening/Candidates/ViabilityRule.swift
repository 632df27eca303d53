/// From what size on a project pays for itself: the technical body's share has to carry the fixed
/// cost of verification and consulting.
public struct ViabilityRule: Sendable, Equatable {
  /// 元 per project. 100,000 is an illustration, no quotation.
  public var fixedCost: Double

  public init(fixedCost: Double = 100_000) { self.fixedCost = fixedCost }

  /// tCO2e over the crediting period; nil where no size is enough.
  public func minimumTonnes(price: Double, share: Double) -> Double? {
    if fixedCost <= 0 { return 0 }
    let perTonne = price * share
    return perTonne > 0 ? fixedCost / perTonne : nil
  }

  /// False where tonnes are NaN.
  public func isViable(tonnes: Double, under rule: RevenueRule) -> Bool {
    guard let minimum = minimumTonnes(price: rule.price, share: rule.share) else { return false }
    return tonnes >= minimum && tonnes > 0
  }
}
