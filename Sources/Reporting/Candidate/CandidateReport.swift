/// Everything the candidate report says. A later stage fills it; nothing is computed here that
/// could differ from what the stages stored, apart from sums and changes of unit.
public struct CandidateReport: Sendable, Equatable {
  /// What stands on every page while a stand-in is in use.
  public static let indicativeNotice = "仅供参考，不得用于申报 · indicative, not for filing"

  /// Counties covered, in the order of their codes.
  public var countyNames: [String]
  /// Who prepared it, run identifier, date of the run, program version: as the caller words them.
  public var runFacts: [ReportFact]
  /// Years of the surveys used.
  public var surveyYears: [Int]
  /// First and last year of the crediting period.
  public var period: ClosedRange<Int>
  public var methods: [MethodFacts]
  /// In the order to be shown; first choices by rank.
  public var candidates: [VillageCandidate]
  public var totals: CandidateTotals
  public var target: CandidateTarget?
  public var tenureShares: [TenureShare]
  /// Each 小班 whose title needs work, by village.
  public var tenureGapPlots: [TenureGapPlot] = []
  /// Bodies with rights in many places, largest first.
  public var enclosures: [EnclosureLine] = []
  /// What was lost between the surveys.
  public var losses: [LossLine] = []
  public var ageGroups: [AgeGroupAreas]
  public var creditPath: CreditPath?
  public var map: SVGMap?
  /// Whether villages are put in order by `cautiousNet`.
  public var isRankedByCautiousNet = false
  public var findings: [FindingSummary]
  public var sources: [SourceFacts]
  public var surrogates: [SurrogateUse]

  /// `totals` are summed from `candidates` unless they are given, with their bands.
  public init(
    countyNames: [String], runFacts: [ReportFact], surveyYears: [Int], period: ClosedRange<Int>,
    methods: [MethodFacts], candidates: [VillageCandidate], totals: CandidateTotals? = nil,
    target: CandidateTarget? = nil, tenureShares: [TenureShare] = [],
    ageGroups: [AgeGroupAreas] = [], creditPath: CreditPath? = nil, map: SVGMap? = nil,
    findings: [FindingSummary] = [], sources: [SourceFacts] = [], surrogates: [SurrogateUse] = []
  ) {
    self.countyNames = countyNames
    self.runFacts = runFacts
    self.surveyYears = surveyYears
    self.period = period
    self.methods = methods
    self.candidates = candidates
    self.totals = totals ?? CandidateTotals(firstChoicesOf: candidates)
    self.target = target
    self.tenureShares = tenureShares
    self.ageGroups = ageGroups
    self.creditPath = creditPath
    self.map = map
    self.findings = findings
    self.sources = sources
    self.surrogates = surrogates
  }

  /// Whether the report may only be shown with `indicativeNotice`: unless every method is official
  /// down to its last parameter and nothing was replaced.
  public var isIndicative: Bool {
    methods.isEmpty || !methods.allSatisfy(\.isFileable) || !surrogates.isEmpty
  }

  public var title: String {
    "\(countyNames.joined(separator: "、"))林业碳汇候选村排序报告"
  }

  public func method(_ identifier: String) -> MethodFacts? {
    methods.first { $0.identifier == identifier }
  }
}
