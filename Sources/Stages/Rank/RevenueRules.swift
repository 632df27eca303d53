internal import Accounting
internal import Inventory
internal import Screening

/// Which sharing rule a method's market has: the method file says it under `sharing`, the pipeline
/// what the parties agreed.
enum RevenueRules {
  /// Nil where no price is known: income cannot be told then.
  static func rule(
    for parameters: MethodParameters, price: PriceBand?, settings: RevenueSettings,
    region: RegionFlag
  ) throws(RevenueRule.OutOfRange) -> RevenueRule? {
    guard let price else { return nil }
    let sharing = parameters.sharing
    guard let sharing, let cap = sharing.cap else {
      return try .agreed(
        price: price.middle, agreedShare: settings.agreedShare,
        assumedShare: sharing?.assumedShare ?? RevenueSettings.assumedShare,
        allowsExtraFees: sharing?.allowsExtraFees ?? true, source: sharing?.provenance.source ?? "")
    }
    return try .capped(
      price: price.middle, cap: cap, lowerCap: sharing.capInOldRevolutionaryAreas, region: region,
      contractShare: settings.contractShare, allowsExtraFees: sharing.allowsExtraFees,
      source: sharing.provenance.source)
  }

  /// Income where it cannot be told.
  static let unknown = Revenue(
    gross: .nan, thirdParty: .nan, extraFees: 0, net: .nan, notes: [])
}
