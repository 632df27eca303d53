internal import Accounting
internal import Screening

/// The bands of all first choices together, from draws that belong together: the error of a
/// species' coefficients is the same in every village, so it does not average out.
struct TotalBands: Sendable {
  /// tCO2e over the crediting period.
  var period = CreditBand.unknown
  /// tCO2e a year.
  var yearly = CreditBand.unknown

  /// - Parameters:
  ///   - members: draws over the period and years of crediting of each first choice.
  init(_ members: [(draws: [Double], years: Double)]) {
    let known = members.filter { !$0.draws.isEmpty && $0.years > 0 }
    guard let count = known.map(\.draws.count).min() else { return }
    var period = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var yearly = period
    for member in known {
      for draw in 0..<count {
        period[draw].add(member.draws[draw])
        yearly[draw].add(member.draws[draw] / member.years)
      }
    }
    self.period = CreditBand(draws: period.map(\.value))
    self.yearly = CreditBand(draws: yearly.map(\.value))
  }
}
