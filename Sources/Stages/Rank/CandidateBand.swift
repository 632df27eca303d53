internal import Accounting
internal import Screening

/// Where the credit of a candidate and the village's income from it may lie. NaN where unknown.
struct CandidateBand: Sendable {
  var credit = CreditBand.unknown
  /// Net revenue of the village, CNY, at the P10, P50 and P90 of credit. Income grows with credit,
  /// so these are its own quantiles.
  var netLow = Double.nan
  var netMiddle = Double.nan
  var netHigh = Double.nan

  init() {}

  init(_ credit: CreditBand, rule: RevenueRule?) {
    self.credit = credit
    guard let rule, credit.p50.isFinite else { return }
    netLow = rule.revenue(tonnes: credit.p10).net
    netMiddle = rule.revenue(tonnes: credit.p50).net
    netHigh = rule.revenue(tonnes: credit.p90).net
  }
}
