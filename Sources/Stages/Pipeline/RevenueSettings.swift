/// What a county assumes about income. Every number is the user's, none is official.
public struct RevenueSettings: Sendable, Equatable {
  /// Reckoned with where neither pipeline nor method file names a share.
  public static let assumedShare = 0.10

  /// The technical body's share by contract where the method file sets a cap, 0...1; nil takes the
  /// cap.
  public var contractShare: Double?
  /// Its share where no cap is published and the parties agree one, 0...1; nil: not agreed yet, and
  /// the method file's assumption is taken.
  public var agreedShare: Double?
  /// Cost of bringing one project to market, CNY; 0 leaves viability unjudged.
  public var fixedCost = 0.0

  public init() {}
}
