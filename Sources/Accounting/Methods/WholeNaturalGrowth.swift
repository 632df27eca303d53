/// The whole natural growth of the stock, without a baseline, as published 三明林业碳票 imply.
///
/// ct = g·(1 − u)·(1 − k)·(1 − l). Harvest and disturbance between the surveys are negative
/// growth and are counted.
public struct WholeNaturalGrowth: AccountingMethod {
  public static let family = "whole-natural-growth"
  public static let chineseName = "全部自然增长量"
  public static let baselineUse = BaselineUse.forbidden
  public static let formula = "ct = g·(1 − u)·(1 − k)·(1 − l)"

  public let parameters: MethodParameters

  public init(_ parameters: MethodParameters) { self.parameters = parameters }

  public func credit(growth: Double, benchmark: Double) -> Double {
    growth * parameters.deductions.retained * (1 - parameters.deductions.leakage)
  }
}
