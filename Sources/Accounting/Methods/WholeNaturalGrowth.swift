/// The whole natural growth of the stock, without a baseline, as published 三明林业碳票 imply.
///
/// ct = g·(1 − u)·(1 − k)·(1 − l). Harvest and disturbance between the surveys are negative
/// growth and are counted.
///
/// A loss, g < 0, is multiplied by w in place of the factors of a gain (`LossDeduction`).
public struct WholeNaturalGrowth: AccountingMethod {
  public static let family = "whole-natural-growth"
  public static let chineseName = "全部自然增长量"
  public static let baselineUse = BaselineUse.forbidden
  public static let formula = "ct = g·(1 − u)·(1 − k)·(1 − l)"
  public static let lossFormula = "ct = g·w"

  public let parameters: MethodParameters

  /// (1 − u)·(1 − k)·(1 − l)
  private let retained: Double
  private let lossFactor: Double
  private let emissions: Double

  public init(_ parameters: MethodParameters) {
    self.parameters = parameters
    retained = parameters.deductions.retained * (1 - parameters.deductions.leakage)
    lossFactor = parameters.deductions.lossFactor(gain: retained)
    emissions = parameters.deductions.emissions
  }

  public func credit(growth: Double, benchmark: Double) -> Double {
    growth * (growth < 0 ? lossFactor : retained) - emissions
  }
}
