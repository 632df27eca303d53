/// A table of a run's results, as `lintan query` lists it.
public struct StoredTable: Sendable, Equatable {
  /// The stage that made it, by which SQL may call it: `tenure.claim`.
  public var stage: String
  public var name: String
  public var columns: [String]
  public var rows: Int
}
