/// What a county assumes about income. Every number is the user's, none is official.
public struct RevenueSettings: Sendable, Equatable {
  /// The technical body's share by contract, 0...1; nil takes the cap that the scheme sets.
  public var contractShare: Double?
  /// Its share where no cap is published and the parties agree one (Shenzhen scheme), 0...1.
  public var agreedShare = 0.10
  /// Cost of bringing one project to market, CNY; 0 leaves viability unjudged.
  public var fixedCost = 0.0

  public init() {}
}
