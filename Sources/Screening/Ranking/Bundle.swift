/// Villages of one town that are too small alone and together may pay for themselves.
public struct Bundle: Sendable, Equatable {
  /// 9 digits.
  public var town: String
  public var method: String
  /// Positions of the villages, best first.
  public var villages: [Int32]
  /// tCO2e
  public var tonnes: Double
  /// The largest of its villages' minimum sizes, tCO2e; nil where no size is enough.
  public var minimumTonnes: Double?
  /// False for what is left of a town.
  public var isViable: Bool
}
