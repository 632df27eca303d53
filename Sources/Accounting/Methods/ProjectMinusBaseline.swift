/// Project removals less the removals of business as usual and leakage, as Shenzhen's method for
/// forest management is thought to be built and AR-CM-003-V01 is.
///
/// er = (g − β − l·max(g, 0))·(1 − u)·(1 − k). Leakage is a share of what the project removes; a
/// loss does not make it a gain.
///
/// Where the file takes u from the project's side, (1 − u) stands at g alone (`DeductionBase`).
///
/// A loss, g < 0, is multiplied by w in place of the factors of a gain (`LossDeduction`).
public struct ProjectMinusBaseline: AccountingMethod {
  public static let family = "project-minus-baseline"
  public static let chineseName = "项目碳汇量减基线碳汇量"
  public static let baselineUse = BaselineUse.required
  public static let formula = "er = (g − β − l·max(g, 0))·(1 − u)·(1 − k)"
  public static let lossFormula = "er = g·w − β·(1 − u)·(1 − k)"

  public let parameters: MethodParameters

  /// (1 − u)·(1 − k)
  private let retained: Double
  private let lossFactor: Double
  private let emissions: Double
  private let leakage: Double
  private let retainedOfBaseline: Double

  public init(_ parameters: MethodParameters) {
    self.parameters = parameters
    retained = parameters.deductions.retained
    lossFactor = parameters.deductions.lossFactor(gain: retained)
    emissions = parameters.deductions.emissions
    leakage = parameters.deductions.leakage
    retainedOfBaseline = parameters.deductions.retainedOfBaseline
  }

  public func credit(growth: Double, benchmark: Double) -> Double {
    let baseline = benchmark + emissions
    return growth < 0
      ? growth * lossFactor - baseline * retainedOfBaseline
      : growth * retained - (baseline + leakage * growth) * retainedOfBaseline
  }
}
