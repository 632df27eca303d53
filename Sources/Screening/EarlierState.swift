public import Inventory

/// The earlier date of the rows, for losses.
///
/// A stand that was forest of the project and then felled, burned, converted or opened up fails
/// the rules on its state at the later date. To leave it out would sum up what grew and forget what
/// was lost, so such rows are judged on the earlier date.
public struct EarlierState: Sendable {
  /// The rows at the earlier date; looked at only where `isDeficit` says so.
  public var subcompartments: SubcompartmentColumns
  /// Whether the row lowers the project's sum: its growth is less than its benchmark.
  public var isDeficit: [Bool]
  /// Whether nothing of a stand that was measured is counted at the later date.
  public var isGone: [Bool]

  /// Columns of equal length.
  public init(subcompartments: SubcompartmentColumns, isDeficit: [Bool], isGone: [Bool]) {
    self.subcompartments = subcompartments
    self.isDeficit = isDeficit
    self.isGone = isGone
  }
}
