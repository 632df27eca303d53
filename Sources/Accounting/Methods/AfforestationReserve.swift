/// Ex-ante reserve of planted forest: CDR = (ΔC − ΔC_base − LK)·(1 − K_RISK), as remembered of
/// CCER-14-001-V01, with a baseline of zero unless the file gives one and leakage as a share of
/// what the project removes. It tells what might be registered, not what was earned.
///
/// Where the file takes u from the project's side, (1 − u) stands at g alone (`DeductionBase`).
///
/// A loss, g < 0, is multiplied by w in place of the factors of a gain (`LossDeduction`).
public struct AfforestationReserve: AccountingMethod {
  public static let family = "afforestation-reserve"
  public static let chineseName = "造林碳汇储备"
  public static let baselineUse = BaselineUse.optional
  public static let formula = "cdr = (g − β − l·max(g, 0))·(1 − u)·(1 − k)"
  public static let lossFormula = "cdr = g·w − β·(1 − u)·(1 − k)"

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
