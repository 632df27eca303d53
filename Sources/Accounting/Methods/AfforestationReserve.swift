/// Ex-ante reserve of planted forest: CDR = (ΔC − ΔC_base − LK)·(1 − K_RISK), as remembered of
/// CCER-14-001-V01, with a baseline of zero unless the file gives one and leakage as a share of
/// what the project removes. It tells what might be registered, not what was earned.
public struct AfforestationReserve: AccountingMethod {
  public static let family = "afforestation-reserve"
  public static let chineseName = "造林碳汇储备"
  public static let baselineUse = BaselineUse.optional
  public static let formula = "cdr = (g − β − l·max(g, 0))·(1 − u)·(1 − k)"

  public let parameters: MethodParameters

  /// (1 − u)·(1 − k)
  private let retained: Double
  private let leakage: Double

  public init(_ parameters: MethodParameters) {
    self.parameters = parameters
    retained = parameters.deductions.retained
    leakage = parameters.deductions.leakage
  }

  public func credit(growth: Double, benchmark: Double) -> Double {
    (parameters.deductions.counted(growth) - benchmark - leakage * max(growth, 0)) * retained
  }
}
