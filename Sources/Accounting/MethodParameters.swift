public import Inventory

/// One edition of one method, as a parameter file gives it: every number with its standing.
public struct MethodParameters: Sendable, Equatable {
  /// Such as `guangdong-forestry-surrogate`.
  public var id: String
  /// The name in Chinese.
  public var title: String
  /// What tonnes are called in tables. The plain name of the mechanism is kept for files that
  /// carry the official document.
  public var shortName: String
  public var edition: String
  /// The standing of the formula itself.
  public var status: Standing
  public var citation: String
  /// The market, such as `PHCER`.
  public var mechanism: String
  /// Identifier of an `AccountingMethod`, such as `growth-above-benchmark`.
  public var family: String
  /// The official text, when the user supplied it.
  public var document: MethodDocument?
  public var crediting: CreditingPeriod
  public var stock: StockParameters
  /// At most one for each 森林类别; empty for methods without a baseline.
  public var benchmarks: [Benchmark]
  public var floor: FloorRule
  public var deductions: Deductions
  public var prices: PriceBand?
  public var eligibility: [EligibilityClause]
  /// How income is divided; nil if the file does not say, and then the parties agree.
  public var sharing: SharingRule?
  /// Where the choices come from that the file accounts for.
  public var choices: [MethodChoice: Provenance]
  /// How far the numbers may be off; nil if the file does not say, and then no band is given.
  public var uncertaintyModel: UncertaintyParameters?
  /// What a credit should be like; nil if the file does not say.
  public var plausibility: PlausibilityBand?

  public init(
    id: String, title: String, shortName: String, edition: String, status: Standing,
    citation: String, mechanism: String, family: String, document: MethodDocument? = nil,
    crediting: CreditingPeriod = .surveyInterval, stock: StockParameters,
    benchmarks: [Benchmark] = [], floor: FloorRule = .project, deductions: Deductions,
    prices: PriceBand? = nil, eligibility: [EligibilityClause] = [],
    sharing: SharingRule? = nil, choices: [MethodChoice: Provenance] = [:],
    uncertaintyModel: UncertaintyParameters? = nil, plausibility: PlausibilityBand? = nil
  ) {
    self.id = id
    self.title = title
    self.shortName = shortName
    self.edition = edition
    self.status = status
    self.citation = citation
    self.mechanism = mechanism
    self.family = family
    self.document = document
    self.crediting = crediting
    self.stock = stock
    self.benchmarks = benchmarks
    self.floor = floor
    self.deductions = deductions
    self.prices = prices
    self.eligibility = eligibility
    self.sharing = sharing
    self.choices = choices
    self.uncertaintyModel = uncertaintyModel
    self.plausibility = plausibility
  }

  /// The benchmark of a stand, if the file has one: an entry for its 起源 and 龄组 before one for all.
  public func benchmark(
    for forestClass: ForestClass, _ origin: Origin = .unknown, _ ageGroup: AgeGroup = .unknown
  ) -> Benchmark? {
    benchmarks.first { $0.isQualified && $0.serves(forestClass, origin, ageGroup) }
      ?? benchmarks.first { !$0.isQualified && $0.forestClass == forestClass }
  }
}
