internal import Accounting
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Screening
internal import Tenure

/// Fills the candidate report from what the stages stored.
struct ReportAssembly {
  private let pipeline: PipelineFile
  private let context: StageContext
  private let survey: LatestSurvey
  private let villages: [String: VillageRegister.Entry]

  init(_ pipeline: PipelineFile, _ context: StageContext, _ survey: LatestSurvey) {
    self.pipeline = pipeline
    self.context = context
    self.survey = survey
    var villages: [String: VillageRegister.Entry] = [:]
    for entry in survey.villages { villages[entry.village.code] = entry }
    self.villages = villages
  }

  func report() throws -> CandidateReport {
    let rank = try RankReader(folder: try context.upstreamFolder(StageName.rank.rawValue))
    let rows = try rank.rows()
    let tenure = try TenureSummary(context, survey)
    let checks = try RunFiling(pipeline, context).checks
    let methods = zip(pipeline.methods, checks).map { MethodSheet.facts($0.parameters, $1) }
    let details = Details(
      tenure: tenure, reasons: try rank.reasons(), items: try rank.items(),
      losses: try rank.losses())
    var candidates: [VillageCandidate] = []
    // The place among first choices; alternatives have none.
    var place = 0
    for row in rows {
      let isAlternative = row.status == "alternative"
      if !isAlternative { place += 1 }
      candidates.append(candidate(row, details, rank: isAlternative ? nil : place))
    }
    candidates.sort { (orderKey($0), $0.village.code) < (orderKey($1), $1.village.code) }
    let periods = pipeline.methods.map { pipeline.creditedYears(of: $0.parameters) }
    let first = periods.map(\.lowerBound).min() ?? survey.year
    let last = periods.map(\.upperBound).max() ?? survey.year
    var report = CandidateReport(
      countyNames: counties(), runFacts: try runFacts(rank),
      surveyYears: pipeline.pairedSurveys,
      period: first...last, methods: methods,
      candidates: candidates, totals: try Self.totals(candidates, rank), target: target(),
      tenureShares: tenure.shares,
      ageGroups: ageGroups(), creditPath: try creditPath(candidates),
      map: try MapDrawing.map(survey: survey, candidates: candidates),
      findings: try FindingTable.summaries(context),
      sources: try SourceSheet.facts(pipeline, context),
      surrogates: MethodSheet.surrogates(pipeline.methods.map(\.parameters), checks))
    report.losses = try LossSummary(pipeline, context).lines(details.losses)
    report.isRankedByCautiousNet = try isRankedByCautiousNet(rank)
    return report
  }

  /// First choices in ranking order first, alternatives after them.
  private func orderKey(_ candidate: VillageCandidate) -> Int {
    (candidate.isFirstChoice ? 0 : 1_000_000) + (candidate.rank ?? 900_000)
  }

  /// What is stored beside the candidates' own rows, of all of them.
  private struct Details {
    var tenure: TenureSummary
    var reasons: [RankReader.Candidate: [RankReader.Reason]]
    var items: [RankReader.Candidate: [String]]
    var losses: LossTable
  }

  private func candidate(
    _ row: RankReader.Row, _ details: Details, rank: Int?
  ) -> VillageCandidate {
    let key = RankReader.Candidate(method: row.method, village: row.village)
    let entry = villages[row.village]
    let village =
      entry?.village ?? Village(code: row.village, name: row.village, town: "", county: "")
    let isUnpriced = row.price.isNaN
    let noPrice = MissingReason(code: "no-price", explanation: "没有可用的价格，请在流程文件中填写")
    func money(_ value: Double) -> ReportValue {
      isUnpriced ? .missing(noPrice) : .known(value)
    }
    var exclusions = (details.reasons[key] ?? []).map { reason in
      ExclusionReason(
        text: reason.isOpen ? "无法判定：\(reason.title)" : "不符合：\(reason.title)",
        subcompartments: reason.count, hectares: reason.area)
    }
    if row.unquantifiedCount > 0 {
      exclusions.append(
        ExclusionReason(
          text: "符合条件但无法计量", subcompartments: row.unquantifiedCount,
          hectares: row.unquantifiedArea))
    }
    var shown = VillageCandidate(
      rank: rank, village: village, method: pipeline.methods[row.method].parameters.id,
      isFirstChoice: row.status != "alternative", hectares: .known(row.eligibleArea),
      subcompartmentsCounted: row.passingCount - row.unquantifiedCount,
      subcompartmentsTotal: row.totalCount, stock: .known(row.stock),
      increment: .known(row.increment),
      incrementRate: row.eligibleArea > 0
        ? .known(row.increment / row.eligibleArea)
        : .missing(MissingReason(code: "no-area", explanation: "没有计入面积")),
      yearlyCredit: Self.estimate(row, years: row.years),
      periodCredit: Self.estimate(row, years: 1), price: money(row.price),
      gross: money(row.gross), netToVillage: money(row.net), shareRule: row.shareRule,
      readiness: grade(row.readiness),
      missingItems: details.items[key] ?? [], exclusions: exclusions,
      tenureGaps: details.tenure.gaps(village: row.village))
    shown.cautiousNet = row.cautiousNet.isFinite ? row.cautiousNet : nil
    shown.uncounted = ExclusionReason(
      text: "", subcompartments: row.uncountedCount, hectares: max(0, row.uncountedArea))
    shown.losses = LossSummary(pipeline, context).lines(details.losses, of: key)
    return shown
  }

  private static func estimate(_ row: RankReader.Row, years: Double) -> Estimate {
    Estimate(
      .known(row.credit / years), low: row.low.isFinite ? row.low / years : nil,
      high: row.high.isFinite ? row.high / years : nil)
  }

  /// Sums of first choices, with the bands that `rank` drew for them together.
  private static func totals(
    _ candidates: [VillageCandidate], _ rank: borrowing RankReader
  ) throws -> CandidateTotals {
    var totals = CandidateTotals(firstChoicesOf: candidates)
    if let band = try rank.totalBand("credit_tco2e") {
      (totals.periodCredit.low, totals.periodCredit.high) = (band.low, band.high)
    }
    if let band = try rank.totalBand("credit_tco2e_yr") {
      (totals.yearlyCredit.low, totals.yearlyCredit.high) = (band.low, band.high)
    }
    return totals
  }

  private func grade(_ name: String) -> ReadinessGrade {
    switch name {
    case "ready": .ready
    case "needs-documents": .pending
    default: .notReady
    }
  }

  // MARK: Head

  private func counties() -> [String] {
    var names: [(code: String, name: String)] = []
    for entry in survey.villages {
      let code = String(entry.village.code.prefix(6))
      if !names.contains(where: { $0.code == code }) {
        names.append((code, entry.village.county.isEmpty ? code : entry.village.county))
      }
    }
    return names.map(\.name)
  }

  private func isRankedByCautiousNet(_ rank: borrowing RankReader) throws -> Bool {
    try rank.fact("ranking-basis") == Ranking.Basis.cautiousNet.rawValue
  }

  private func runFacts(_ rank: borrowing RankReader) throws -> [ReportFact] {
    let isCautious = try isRankedByCautiousNet(rank)
    return [
      ReportFact("项目", pipeline.title),
      ReportFact("结果编号", context.fingerprint.short),
      ReportFact(
        "排序依据", isCautious ? "村净收益的偏低估计（P10：十有九成可达到）" : "村净收益"),
    ] + pipeline.missingLayers.map { ReportFact("缺少资料", $0.chineseNote) }
      + pipeline.declaredNone.map { ReportFact("声明", $0.declaration) }
      + (try LossSummary(pipeline, context).facts())
      + (try EvidenceFacts.facts(context, survey))
      + (try speciesFacts())
  }

  /// What the methods did without coefficients of their own.
  private func speciesFacts() throws -> [ReportFact] {
    let species = try InventoryReader(
      folder: try context.upstreamFolder(StageName.ingest.rawValue)
    ).species()
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let methods = try pipeline.methods.enumerated().map { number, source in
      (method: source.parameters, status: try quantities.columns(method: number).status)
    }
    return StandInFacts.facts(survey.stands, species, methods)
      + UncountedFacts.facts(survey.stands, species, methods)
  }

  private func target() -> CandidateTarget? {
    let quota = pipeline.quotas.values.reduce(0, +)
    guard pipeline.targetTonnes != nil || quota > 0 else { return nil }
    return CandidateTarget(
      villages: quota > 0 ? quota : nil, tonnes: pipeline.targetTonnes, source: "流程文件")
  }

  // MARK: Figures

  /// 龄组 of 乔木林 by town, largest area first.
  private func ageGroups() -> [AgeGroupAreas] {
    var areas: [String: [AgeGroup: Double]] = [:]
    var totals: [String: Double] = [:]
    let stands = survey.stands
    for row in 0..<stands.count
    where stands.landClass[row] == .arborForest && stands.village[row] >= 0 {
      let village = survey.villages[Int(stands.village[row])].village
      let town = village.town.isEmpty ? String(village.code.prefix(9)) : village.town
      areas[town, default: [:]][stands.ageGroup[row], default: 0] += stands.area[row]
      totals[town, default: 0] += stands.area[row]
    }
    let towns = areas.keys.sorted { (totals[$1] ?? 0, $0) < (totals[$0] ?? 0, $1) }
    return towns.prefix(20).map { AgeGroupAreas(name: $0, hectares: areas[$0] ?? [:]) }
  }

  /// How the best candidate's credit comes about.
  private func creditPath(_ candidates: [VillageCandidate]) throws -> CreditPath? {
    guard let best = candidates.first, best.isFirstChoice,
      let method = pipeline.methods.firstIndex(where: { $0.parameters.id == best.method })
    else { return nil }
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue)
    ).columns(method: method)
    let eligibility = try ScreeningReader(
      folder: try context.upstreamFolder(StageName.screen.rawValue)
    ).eligibility(method: method)
    var (growth, baseline, credit) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    var whole = CompensatedSum()
    let stands = survey.stands
    for row in 0..<stands.count {
      guard stands.village[row] >= 0,
        survey.villages[Int(stands.village[row])].village.code == best.village.code
      else { continue }
      if quantities.increment[row].isFinite { whole.add(quantities.increment[row]) }
      guard eligibility.verdict[row] == .pass, quantities.creditPerYear[row].isFinite,
        eligibility.eligibleShare[row].isFinite
      else { continue }
      let share = eligibility.eligibleShare[row]
      growth.add(quantities.increment[row] * share)
      if quantities.baseline[row].isFinite {
        baseline.add(quantities.baseline[row] * stands.area[row] * share)
      }
      credit.add(quantities.creditPerYear[row] * share)
    }
    var steps = [CreditPath.Step(name: "全村年增汇量", tonnes: whole.value)]
    let left = growth.value - whole.value
    if abs(left) > 0.5 { steps.append(CreditPath.Step(name: "减去不计入的小班", tonnes: left)) }
    if baseline.value != 0 {
      steps.append(CreditPath.Step(name: "扣除基准", tonnes: -baseline.value))
    }
    let deduction = credit.value - (growth.value - baseline.value)
    if abs(deduction) > 0.5 { steps.append(CreditPath.Step(name: "各项扣减", tonnes: deduction)) }
    return CreditPath(villageName: best.village.name, steps: steps)
  }
}
