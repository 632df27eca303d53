public import Inventory

/// The earlier stands on whose land a later 小班 lies, where it is more than one: 小班 that were merged
/// or whose borders were drawn anew.
///
/// A method takes the stock of each by its own species, volume or culms and adds them up by area, so
/// that moving a border grows nothing.
public struct StandParts: Sendable, Equatable {
  /// One row for each part, in the order in which they were added.
  public private(set) var stands = SubcompartmentColumns()
  /// Part of the later 小班's area, 0 to 1.
  public private(set) var shares: [Double] = []
  /// Where the parts of each later row begin and how many they are; empty where no row has any.
  private var starts: [Int32] = []
  private var counts: [Int32] = []

  public init() {}

  public var isEmpty: Bool { shares.isEmpty }

  /// Positions of the parts of a later row in `stands`.
  public func range(_ row: Int) -> Range<Int> {
    guard row < starts.count else { return 0..<0 }
    return Int(starts[row])..<Int(starts[row] + counts[row])
  }

  /// Gives later rows their parts.
  /// - Parameters:
  ///   - parts: later row, row of `earlier` and share of each; the parts of one row together.
  ///   - rows: how many later rows there are.
  public init(
    _ parts: [(row: Int, earlier: Int32, share: Double)], of earlier: SubcompartmentColumns,
    rows: Int
  ) {
    guard !parts.isEmpty else { return }
    stands = earlier.gathering(parts.map(\.earlier))
    shares = parts.map(\.share)
    starts = [Int32](repeating: 0, count: rows)
    counts = starts
    for (place, part) in parts.enumerated() {
      if counts[part.row] == 0 { starts[part.row] = Int32(place) }
      counts[part.row] += 1
    }
  }
}
