internal import Accounting
internal import Screening

/// Which sharing rule a method's market has.
enum RevenueRules {
  /// Nil where no price is known: income cannot be told then.
  static func rule(
    for parameters: MethodParameters, price: PriceBand?, settings: RevenueSettings,
    region: RegionFlag
  ) throws(RevenueRule.OutOfRange) -> RevenueRule? {
    guard let price else { return nil }
    switch parameters.mechanism {
    case let name where name.hasPrefix("PHCER"):
      return try .guangdong(
        price: price.middle, region: region, contractShare: settings.contractShare)
    case let name where name.hasPrefix("SZ"):
      return try .shenzhen(price: price.middle, share: settings.agreedShare)
    default:
      return try .fujian(price: price.middle)
    }
  }

  /// Income where it cannot be told.
  static let unknown = Revenue(
    gross: .nan, thirdParty: .nan, extraFees: 0, net: .nan, notes: [])
}
