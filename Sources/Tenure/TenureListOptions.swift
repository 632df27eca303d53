public import Inventory

/// What has to be said about a tenure list before it can be read.
public struct TenureListOptions: Sendable, Equatable {
  /// Headings given by hand; fields left out are found by their usual headings.
  public var headings: [TenureField: String]
  /// The unit of areas where neither the heading nor the cell names one; nil if it is not known.
  public var defaultAreaUnit: AreaUnit?
  public var holders: HolderSplitter
  /// How far down the heading is looked for.
  public var rowsSearchedForHeading: Int
  /// How far a printed total may be from the sum of the rows, as a share of the total.
  public var totalTolerance: Double
  /// Whether double entries are looked for; not in a part of a list.
  public var findsDuplicates = true

  public init(
    headings: [TenureField: String] = [:], defaultAreaUnit: AreaUnit? = nil,
    holders: HolderSplitter = HolderSplitter(), rowsSearchedForHeading: Int = 20,
    totalTolerance: Double = 0.001
  ) {
    self.headings = headings
    self.defaultAreaUnit = defaultAreaUnit
    self.holders = holders
    self.rowsSearchedForHeading = rowsSearchedForHeading
    self.totalTolerance = totalTolerance
  }
}
