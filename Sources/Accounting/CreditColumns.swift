public import Inventory

/// What one method says of each 小班. Columns of equal length; NaN where it cannot be told.
public struct CreditColumns: Sendable, Equatable {
  /// Carbon at the earlier date, tC. Where the species changed it is by the coefficients that the
  /// file holds fixed.
  public var stockFirst: [Double] = []
  /// Carbon at the later date, tC.
  public var stockSecond: [Double] = []
  /// Growth of the row at the later date's area, tCO2e/yr.
  public var increment: [Double] = []
  /// Growth per hectare, tCO2e/ha/yr.
  public var rate: [Double] = []
  /// Growth that is not credited, tCO2e/ha/yr; 0 for methods without a baseline.
  public var baselineRate: [Double] = []
  /// Credit after deductions, before the project's floor, tCO2e/yr.
  public var creditPerYear: [Double] = []
  /// The same over the crediting period, tCO2e.
  public var creditTotal: [Double] = []
  public var status: [QuantityStatus] = []
  public var evidence: [EvidenceRung] = []
  /// The weakest fact that went into the row.
  public var standing: [Standing] = []

  public init() {}

  init(rows: Int) {
    let blank = [Double](repeating: .nan, count: rows)
    stockFirst = blank
    stockSecond = blank
    increment = blank
    rate = blank
    baselineRate = blank
    creditPerYear = blank
    creditTotal = blank
    status = [QuantityStatus](repeating: .noVolume, count: rows)
    evidence = [EvidenceRung](repeating: .none, count: rows)
    standing = [Standing](repeating: .unknown, count: rows)
  }

  public var count: Int { status.count }

  /// Adds the rows of another part of the same survey behind these.
  public mutating func append(contentsOf other: CreditColumns) {
    stockFirst += other.stockFirst
    stockSecond += other.stockSecond
    increment += other.increment
    rate += other.rate
    baselineRate += other.baselineRate
    creditPerYear += other.creditPerYear
    creditTotal += other.creditTotal
    status += other.status
    evidence += other.evidence
    standing += other.standing
  }
}
