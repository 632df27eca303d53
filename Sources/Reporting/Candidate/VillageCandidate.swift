public import Inventory

/// One village under one method: a row of the ranking.
public struct VillageCandidate: Sendable, Equatable {
  /// Position in the ranking, from 1; nil for a village that is not ranked.
  public var rank: Int?
  public var village: Village
  /// Identifier of the method used.
  public var method: String
  /// Whether this row is the village's first choice. Others are shown for comparison and never
  /// added up: a 小班 is credited once.
  public var isFirstChoice: Bool

  /// Area of the 小班 that count, ha.
  public var hectares: ReportValue
  /// 小班 that count, and all of the village.
  public var subcompartmentsCounted: Int
  public var subcompartmentsTotal: Int
  /// Carbon in the stock that counts, tC.
  public var stock: ReportValue
  /// Its yearly growth before baseline and deductions, tCO2e a year.
  public var increment: ReportValue
  /// The same for each hectare, tCO2e/(ha·a).
  public var incrementRate: ReportValue
  /// Creditable reduction, tCO2e a year.
  public var yearlyCredit: Estimate
  /// Creditable reduction over the crediting period, tCO2e.
  public var periodCredit: Estimate

  /// Yuan for a tonne of CO2e.
  public var price: ReportValue
  /// Income over the period before shares and fees, yuan.
  public var gross: ReportValue
  /// What is left to the village over the period, yuan.
  public var netToVillage: ReportValue
  /// What is left in nine of ten cases (P10), yuan; nil where no band was drawn.
  public var cautiousNet: Double?
  /// Everything of the village that does not count, each 小班 once; its text is not used.
  public var uncounted: ExclusionReason?
  /// How the income is shared, in Chinese, with its basis.
  public var shareRule: String

  public var readiness: ReadinessGrade
  /// What is missing for the next step, in Chinese, most important first.
  public var missingItems: [String]
  public var exclusions: [ExclusionReason]
  public var tenureGaps: [TenureGap]
  /// What its 小班 lost between the surveys.
  public var losses: [LossLine] = []

  public init(
    rank: Int?, village: Village, method: String, isFirstChoice: Bool, hectares: ReportValue,
    subcompartmentsCounted: Int, subcompartmentsTotal: Int, stock: ReportValue,
    increment: ReportValue, incrementRate: ReportValue, yearlyCredit: Estimate,
    periodCredit: Estimate, price: ReportValue, gross: ReportValue, netToVillage: ReportValue,
    shareRule: String, readiness: ReadinessGrade, missingItems: [String] = [],
    exclusions: [ExclusionReason] = [], tenureGaps: [TenureGap] = []
  ) {
    self.rank = rank
    self.village = village
    self.method = method
    self.isFirstChoice = isFirstChoice
    self.hectares = hectares
    self.subcompartmentsCounted = subcompartmentsCounted
    self.subcompartmentsTotal = subcompartmentsTotal
    self.stock = stock
    self.increment = increment
    self.incrementRate = incrementRate
    self.yearlyCredit = yearlyCredit
    self.periodCredit = periodCredit
    self.price = price
    self.gross = gross
    self.netToVillage = netToVillage
    self.shareRule = shareRule
    self.readiness = readiness
    self.missingItems = missingItems
    self.exclusions = exclusions
    self.tenureGaps = tenureGaps
  }
}
