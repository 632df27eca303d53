/// Growth above a provincial benchmark, as in Guangdong's forestry methods (广东省林业碳汇碳普惠).
///
/// ER = Σ A·T·(g − β)·(1 − u). The shape is known from published projects (“扣除省基准值”); the
/// official formula is not, so any file for this family is a surrogate until the user supplies it.
///
/// Where the file takes u from the project's side, (1 − u) stands at g alone (`DeductionBase`).
///
/// A loss, g < 0, is multiplied by w in place of the factors of a gain (`LossDeduction`).
public struct GrowthAboveBenchmark: AccountingMethod {
  public static let family = "growth-above-benchmark"
  public static let chineseName = "高于省基准值的增长量"
  public static let baselineUse = BaselineUse.required
  /// A mean of many stands; provincial ones lie between 2.6 and 5.1.
  public static let benchmarkRange = 0.0...30.0
  public static let formula = "er = (g − β)·(1 − u)·(1 − k)·(1 − l)"
  public static let lossFormula = "er = g·w − β·(1 − u)·(1 − k)·(1 − l)"

  public let parameters: MethodParameters

  /// (1 − u)·(1 − k)·(1 − l)
  private let retained: Double
  private let lossFactor: Double
  private let emissions: Double
  private let retainedOfBaseline: Double

  public init(_ parameters: MethodParameters) {
    self.parameters = parameters
    retained = parameters.deductions.retained * (1 - parameters.deductions.leakage)
    lossFactor = parameters.deductions.lossFactor(gain: retained)
    emissions = parameters.deductions.emissions
    retainedOfBaseline =
      parameters.deductions.retainedOfBaseline * (1 - parameters.deductions.leakage)
  }

  public func credit(growth: Double, benchmark: Double) -> Double {
    let baseline = (benchmark + emissions) * retainedOfBaseline
    return growth * (growth < 0 ? lossFactor : retained) - baseline
  }
}
