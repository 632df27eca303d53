/// Sums over first choices, so that no 小班 counts twice.
public struct CandidateTotals: Sendable, Equatable {
  public var villages: Int
  public var subcompartmentsCounted: Int
  public var subcompartmentsTotal: Int
  public var hectares: Double
  public var stock: Double
  public var increment: Double
  /// `increment` over the area of the villages whose increment is known, tCO2e/(ha·a).
  public var incrementRate: Double?
  public var yearlyCredit: Estimate
  public var periodCredit: Estimate
  public var gross: Double
  public var netToVillage: Double
  /// Villages left out of `periodCredit` because their figure is missing.
  public var villagesWithoutCredit: Int

  /// Adds up the first choices among `candidates`. Bands are left open: the ends of a sum are not
  /// the sums of the ends, so whoever knows how the errors hang together sets them.
  public init(firstChoicesOf candidates: [VillageCandidate]) {
    let chosen = candidates.filter(\.isFirstChoice)
    func sum(_ value: (VillageCandidate) -> ReportValue) -> Double {
      chosen.reduce(0) { $0 + (value($1).number ?? 0) }
    }
    villages = chosen.count
    subcompartmentsCounted = chosen.reduce(0) { $0 + $1.subcompartmentsCounted }
    subcompartmentsTotal = chosen.reduce(0) { $0 + $1.subcompartmentsTotal }
    hectares = sum(\.hectares)
    stock = sum(\.stock)
    increment = sum(\.increment)
    let known = chosen.filter { $0.increment.number != nil }
    let area = known.reduce(0) { $0 + ($1.hectares.number ?? 0) }
    incrementRate = area > 0 ? increment / area : nil
    yearlyCredit = Estimate(.known(sum(\.yearlyCredit.mid)))
    periodCredit = Estimate(.known(sum(\.periodCredit.mid)))
    gross = sum(\.gross)
    netToVillage = sum(\.netToVillage)
    villagesWithoutCredit = chosen.count { $0.periodCredit.mid.number == nil }
  }
}
