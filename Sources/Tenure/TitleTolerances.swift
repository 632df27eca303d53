/// Where the lines between title classes are drawn. Judgement, to be declared with the results.
public struct TitleTolerances: Sendable, Equatable {
  /// Pieces smaller than this many ha are dropped and counted.
  public var sliverArea = 0.01
  /// Pieces smaller than this share of the 小班 are dropped and counted.
  public var sliverShare = 0.01
  /// The share of the 小班 that must be under title.
  public var coverage = 0.9
  /// The share that titles of different holders may cover twice.
  public var overlap = 0.02
  /// The share that disputed parcels may cover.
  public var dispute = 0.01
  /// The share of the titled area that one holder must have to count as the only one.
  public var dominance = 0.9
  /// The share of the titled area that must be under rights that last long enough.
  public var termCoverage = 0.9

  public init() {}
}
