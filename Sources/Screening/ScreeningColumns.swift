public import Inventory
public import Tenure

/// All that rules look at: columns of equal length. A column that is nil was not made in this run.
public struct ScreeningColumns: Sendable {
  public var subcompartments: SubcompartmentColumns
  public var titleClass: [TitleClass]?
  public var titleReasons: [TitleReasonSet]?
  public var titleTerm: [TermStanding]?
  /// What the title rests on; nil for rows without a claim.
  public var titleEvidence: [ClaimEvidence?]?
  /// Share of the area inside areas where no project is possible, 0 to 1; NaN where not known.
  public var excludedShare: [Double]?
  /// Share of the area already credited under any mechanism, 0 to 1; NaN where not known.
  public var creditedShare: [Double]?
  public var growthEvidence: [GrowthEvidence]?

  /// What the rows were before; nil where losses are not to be judged by it.
  public var earlier: EarlierState?
  /// The year that the subcompartments describe; nil where it is not known.
  public var surveyYear: Int?

  public init(subcompartments: SubcompartmentColumns) { self.subcompartments = subcompartments }

  /// Takes over what rules look at from the result of the tenure stage.
  public mutating func set(titles: TitleColumns) {
    titleClass = titles.titleClass
    titleReasons = titles.reasons
    titleTerm = titles.term
    titleEvidence = titles.evidence
  }

  public var count: Int { subcompartments.count }
}
