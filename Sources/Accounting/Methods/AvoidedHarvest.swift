/// Continued growth plus the emission of the harvest that is given up (停止商业性采伐).
///
/// er = (g − β)·(1 − l)·(1 − u)·(1 − k), where the benchmark b is the yearly change of stock under
/// the legal harvest and is therefore negative wherever that harvest exceeds growth. The formula
/// of the official method is not known.
///
/// Where the file takes u from the project's side, (1 − u) stands at g alone (`DeductionBase`).
///
/// A loss, g < 0, is multiplied by w in place of the factors of a gain (`LossDeduction`).
public struct AvoidedHarvest: AccountingMethod {
  public static let family = "avoided-harvest"
  public static let chineseName = "停止商业性采伐"
  public static let baselineUse = BaselineUse.required
  /// A ripe stand felled in a few years loses more in a year than any stand grows.
  public static let benchmarkRange = -100.0...30.0
  public static let formula = "er = (g − β)·(1 − l)·(1 − u)·(1 − k)"
  public static let lossFormula = "er = g·w − β·(1 − l)·(1 − u)·(1 − k)"

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
