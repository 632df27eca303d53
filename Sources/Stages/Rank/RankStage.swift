internal import Accounting
internal import Inventory
internal import Pipeline
internal import Screening

/// Adds 小班 up to candidates (village × method), judges income and readiness, puts them in order,
/// and writes `candidates.sqlite`.
struct RankStage: Stage {
  let pipeline: PipelineFile

  var name: String { StageName.rank.rawValue }
  var title: String { StageName.rank.chineseName }
  var revision: Int { 2 }
  var upstream: [String] {
    [
      StageName.ingest.rawValue, StageName.tenure.rawValue, StageName.quantify.rawValue,
      StageName.screen.rawValue,
    ]
  }
  var inputs: [StageInput] { [] }

  var configuration: String {
    var text = StageConfiguration()
    let revenue = pipeline.revenue
    text.add("contractShare", revenue.contractShare.map { "\($0)" } ?? "")
    text.add("agreedShare", "\(revenue.agreedShare)")
    text.add("fixedCost", "\(revenue.fixedCost)")
    text.add("targetTonnes", pipeline.targetTonnes.map { "\($0)" } ?? "")
    text.add("inventoryIsStamped", "\(pipeline.inventoryIsStamped)")
    for (county, quota) in pipeline.quotas.sorted(by: { $0.key < $1.key }) {
      text.add("quota \(county)", "\(quota)")
    }
    for method in pipeline.methods {
      let price = pipeline.price(of: method.parameters)
      text.add(
        "price \(method.parameters.id)",
        price.map { "\($0.low) \($0.middle) \($0.high) \($0.provenance.standing)" } ?? "")
    }
    return text.text
  }

  func run(_ context: StageContext) throws -> StageReport {
    let survey = try LatestSurvey.read(context)
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let screening = try ScreeningReader(
      folder: try context.upstreamFolder(StageName.screen.rawValue))
    let warned = try TenureReader(
      folder: try context.upstreamFolder(StageName.tenure.rawValue)
    ).villagesWithEnclosureWarning()
    let interval = Double(try quantities.interval() ?? 1)
    let columns = ScreeningColumns(subcompartments: survey.stands)
    var proposals: [Proposal] = []
    var years: [String: Double] = [:]
    for (number, method) in pipeline.methods.enumerated() {
      try context.interruption.check()
      let parameters = method.parameters
      years[parameters.id] = parameters.crediting.years(interval: interval)
      let figures = try quantities.columns(method: number)
      let candidates = CandidateAggregation.candidates(
        columns, eligibility: try screening.eligibility(method: number),
        amounts: CreditAmounts(
          stock: figures.stock, increment: figures.increment, credit: figures.credit),
        method: parameters.id, floor: parameters.floor == .project ? .atLeast(0) : .none)
      for candidate in candidates where isCovered(candidate, method, survey) {
        proposals.append(try proposal(candidate, parameters, survey, warned: warned))
      }
      context.progress.report(number + 1, of: pipeline.methods.count, unit: "方法学")
    }
    let villages = survey.villages.map(\.village)
    let ranking = Ranking(
      proposals, villages: villages, quotas: pipeline.quotas, target: pipeline.targetTonnes ?? 0)
    try RankWriter.write(
      ranking, to: context.folder + "/" + RankSchema.fileName, pipeline: pipeline,
      villages: villages, years: years)
    return report(ranking)
  }

  /// Whether the pipeline uses the method in the candidate's county.
  private func isCovered(
    _ candidate: Candidate, _ method: MethodSource, _ survey: LatestSurvey
  ) -> Bool {
    guard survey.villages.indices.contains(Int(candidate.village)) else { return false }
    let code = survey.villages[Int(candidate.village)].village.code
    return method.counties.isEmpty || method.counties.contains(String(code.prefix(6)))
  }

  private func proposal(
    _ candidate: Candidate, _ parameters: MethodParameters, _ survey: LatestSurvey,
    warned: Set<String>
  ) throws -> Proposal {
    let entry = survey.villages[Int(candidate.village)]
    let region: RegionFlag =
      switch entry.isOldRevolutionaryArea {
      case .none: .unknown
      case .some(true): .oldRevolutionaryOrEthnic
      case .some(false): .other
      }
    let rule = try RevenueRules.rule(
      for: parameters, price: pipeline.price(of: parameters), settings: pipeline.revenue,
      region: region)
    let viability = ViabilityRule(fixedCost: pipeline.revenue.fixedCost)
    let isViable =
      pipeline.revenue.fixedCost == 0
      || (rule.map { viability.isViable(tonnes: candidate.credit, under: $0) } ?? true)
    let revenue = rule?.revenue(tonnes: candidate.credit) ?? RevenueRules.unknown
    return Proposal(
      candidate: candidate, revenue: revenue,
      readiness: Readiness.assess(
        candidate, revenue: revenue, isViable: isViable,
        circumstances: Readiness.Circumstances(
          methodIsOfficial: parameters.mayBeFiled,
          inventoryIsStamped: pipeline.inventoryIsStamped,
          hasEnclosureWarning: warned.contains(entry.village.code))),
      minimumTonnes: rule.flatMap { viability.minimumTonnes(price: $0.price, share: $0.share) })
  }

  private func report(_ ranking: Ranking) -> StageReport {
    var report = StageReport()
    report.add("candidates", ranking.proposals.count)
    report.add("first-choices", ranking.proposals.count { $0.isFirstChoice })
    report.add("tonnes", ranking.progress.tonnes)
    report.lines.append(
      "\(ranking.proposals.count) candidates (village × method), "
        + "\(ranking.proposals.count { $0.isFirstChoice }) villages")
    return report
  }
}
