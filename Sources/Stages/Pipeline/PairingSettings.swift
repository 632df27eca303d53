public import Accounting
internal import Configuration

/// How the two surveys of a run are laid side by side: the optional `pairing` block of a pipeline
/// file.
public struct PairingSettings: Sendable, Equatable {
  /// Survey that growth is measured from; nil takes the earliest.
  public var first: Int?
  /// Survey that growth is measured to; nil takes the latest.
  public var second: Int?
  /// Where both surveys have polygons: the part of a later 小班 that must lie in the earlier one of
  /// the same key, or the number was given anew and the overlay decides. Half: whoever holds more
  /// of the land than any other can.
  public var overlapShare = 0.5
  /// Where both surveys have polygons: the part that the two polygons of a key must have in common,
  /// of either of them, to pass for the same land. Less, and the border was moved: the earlier state
  /// is that of all the stands on whose land the later 小班 lies.
  public var sameShare = 0.98
  /// Smaller parts of a later 小班 are lines drawn twice: they are listed and left out of its earlier
  /// state.
  public var sliverShare = 0.005
  /// Where both surveys have polygons: recorded areas of a key that differ by more than this part
  /// are held against the polygons.
  public var areaTolerance = 0.2
  /// What becomes of earlier 小班 that the later survey does not show at all.
  public var notContinued = LossRule.loss
  /// What becomes of the part of a 小班 that is missing where the later one is smaller.
  public var cutOff = LossRule.loss
  /// A part smaller than this share of the earlier area is a boundary drawn anew. GB/T 26424-2010
  /// allows 5 % for areas (recalled, med-high).
  public var cutOffTolerance = 0.05

  public init() {}

  init(_ reader: ConfigurationReader, surveys: [Int]) throws(ConfigurationError) {
    first = try Self.survey(reader, "first", surveys)
    second = try Self.survey(reader, "second", surveys)
    if let first, let last = second ?? surveys.max(), first >= last {
      throw reader.error(.invalid("the survey of \(first) is not before \(last)"), at: "first")
    }
    if let second, let start = first ?? surveys.min(), surveys.count > 1, second <= start {
      throw reader.error(.invalid("the survey of \(second) is not after \(start)"), at: "second")
    }
    overlapShare = try reader.optionalNumber("overlapShare", in: 0...1) ?? overlapShare
    sameShare = try reader.optionalNumber("sameShare", in: 0.5...1) ?? sameShare
    sliverShare = try reader.optionalNumber("sliverShare", in: 0...0.1) ?? sliverShare
    areaTolerance = try reader.optionalNumber("areaTolerance", in: 0...1) ?? areaTolerance
    notContinued = try reader.optionalChoice("notContinued", LossRule.self) ?? notContinued
    cutOff = try reader.optionalChoice("cutOff", LossRule.self) ?? cutOff
    cutOffTolerance = try reader.optionalNumber("cutOffTolerance", in: 0...1) ?? cutOffTolerance
    try reader.finish()
  }

  private static func survey(
    _ reader: ConfigurationReader, _ key: String, _ surveys: [Int]
  ) throws(ConfigurationError) -> Int? {
    guard let year = try reader.optionalInteger(key, in: 1950...2200) else { return nil }
    guard surveys.contains(year) else {
      throw reader.error(
        .notOneOf(value: "\(year)", suggestion: nil, allowed: surveys.map { "\($0)" }), at: key)
    }
    return year
  }

  /// What a result depends on.
  var canonical: String {
    "\(first ?? 0) \(second ?? 0) \(overlapShare) \(notContinued.rawValue) \(cutOff.rawValue) "
      + "\(cutOffTolerance) \(sameShare) \(sliverShare) \(areaTolerance)"
  }
}
