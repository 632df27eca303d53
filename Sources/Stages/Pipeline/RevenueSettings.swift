/// What a county assumes about income. Every number is the user's, none is official.
public struct RevenueSettings: Sendable, Equatable {
  /// Share of the third-party body in 革命老区 and 民族地区, 0...1 (Heyuan plan §3.8(1): at most 5 %).
  public var thirdPartyShareOldArea = 0.05
  /// Share elsewhere (at most 10 %).
  public var thirdPartyShare = 0.10
  /// Cost of bringing one project to market, CNY; 0 leaves viability unjudged.
  public var fixedCost = 0.0

  public init() {}
}
