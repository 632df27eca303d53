/// How credit follows growth: along one line for gains and along another for losses.
///
/// All families of `MethodCatalogue` are of this form: credit = gain·max(g, 0) + loss·min(g, 0)
/// + credit(0, β). Leakage taken off gains only makes the two lines differ.
struct CreditSlope: Sendable, Equatable {
  let gain: Double
  let loss: Double

  init(_ method: some AccountingMethod) {
    let origin = method.credit(growth: 0, benchmark: 0)
    gain = method.credit(growth: 1, benchmark: 0) - origin
    loss = origin - method.credit(growth: -1, benchmark: 0)
  }

  init(gain: Double, loss: Double) {
    self.gain = gain
    self.loss = loss
  }

  @inline(__always)
  func applied(to growth: Double) -> Double { growth * (growth > 0 ? gain : loss) }
}
