/// The rows of all candidates under one method, with what the method makes of growth.
public struct SimulationRows: Sendable {
  /// Species groups with coefficients; their errors are shared by all rows that use them.
  public let groups: [String]
  /// tCO2e of credit for a tCO2e of gain and of loss; the same unless leakage is taken off gains.
  public let gain: Double
  public let loss: Double
  public let floor: FloorRule
  public private(set) var rows: [SimulationRow] = []
  /// Row of the pair of surveys behind each of `rows`; empty where rows were not made of a pair.
  public internal(set) var pairRows: [Int] = []

  public init(groups: [String], gain: Double = 1, loss: Double = 1, floor: FloorRule = .project) {
    self.groups = groups
    self.gain = gain
    self.loss = loss
    self.floor = floor
  }

  /// Adds a row. A row of a negative candidate belongs to none and is passed over; a group that is
  /// not in `groups` counts as one without error.
  public mutating func append(_ row: SimulationRow) {
    guard row.candidate >= 0 else { return }
    rows.append(row)
  }

  /// Adds the rows of another part of the same method.
  public mutating func append(_ other: SimulationRows) { rows += other.rows }

  var slope: CreditSlope { CreditSlope(gain: gain, loss: loss) }

  /// Credit of a row whose growth came out as given.
  @inline(__always)
  func credit(growth: Double, baseline: Double) -> Double {
    let credit = growth * (growth > 0 ? gain : loss) - baseline
    return floor == .subcompartment ? max(credit, 0) : credit
  }

  /// Whether a candidate's credit is a plain sum of its rows' errors.
  var isLinear: Bool { gain == loss && floor != .subcompartment }
}
