/// The sum of the rows of one project, with what could not be told beside it.
public struct ProjectCredit: Sendable, Equatable {
  /// How many rows have one status and how much land that is.
  public struct Share: Sendable, Equatable {
    public var status: QuantityStatus
    public var rows: Int
    /// ha; rows without an area add nothing.
    public var area: Double

    public init(status: QuantityStatus, rows: Int, area: Double) {
      self.status = status
      self.rows = rows
      self.area = area
    }
  }

  /// Over the crediting period after the floor, tCO2e. NaN if no row could be computed.
  public var total: Double
  /// The same for one year.
  public var perYear: Double
  /// Before the floor: what the rows add up to.
  public var beforeFloor: Double
  /// Sum of the positive rows only: what a floor at each 小班 would give, an upper bound.
  public var upperBound: Double
  /// Computed rows and their area, ha.
  public var computedRows: Int
  public var computedArea: Double
  /// Statuses that occur, in the order of the enumeration.
  public var shares: [Share]
}
