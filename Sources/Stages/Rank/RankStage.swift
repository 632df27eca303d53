internal import Accounting
internal import Inventory
internal import Pipeline
internal import Screening

/// Adds 小班 up to candidates (village × method), judges income and readiness, puts them in order,
/// and writes `candidates.sqlite`.
struct RankStage: Stage {
  let pipeline: PipelineFile
  var shelf = ResultShelf()

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
    text.add("agreedShare", revenue.agreedShare.map { "\($0)" } ?? "")
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
    let survey = try LatestSurvey.read(context, shelf)
    let inventory = try InventoryReader(
      folder: try context.upstreamFolder(StageName.ingest.rawValue))
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let screening = try ScreeningReader(
      folder: try context.upstreamFolder(StageName.screen.rawValue))
    let warned = try TenureReader(
      folder: try context.upstreamFolder(StageName.tenure.rawValue)
    ).villagesWithEnclosureWarning()
    let interval = try quantities.interval() ?? 1
    let quantified = try context.upstreamFingerprint(StageName.quantify.rawValue)
    let screened = try context.upstreamFingerprint(StageName.screen.rawValue)
    // Both dates are looked at again only to draw how far they may be off.
    let pair =
      pipeline.methods.contains { $0.parameters.uncertaintyModel != nil }
      ? try shelf.value(QuantityReader.pairPart, of: quantified) {
        try quantities.pair(second: survey.stands, species: try inventory.species())
      } : nil
    let left = try LeftStands.read(context, pipeline, quantities, shelf)
    let lost = left.count > 0 ? try left.pair(species: try inventory.species()) : nil
    let continuing = Set(left.land.laterRow)
    var place: [Int64: Int] = [:]
    for (position, row) in survey.stands.row.enumerated() where continuing.contains(row) {
      place[row] = position
    }
    let columns = ScreeningColumns(subcompartments: survey.stands)
    var proposals: [Proposal] = []
    var years: [String: Double] = [:]
    var bands: [String: [Int32: CandidateBand]] = [:]
    var draws: [String: [Int32: [Double]]] = [:]
    for (number, method) in pipeline.methods.enumerated() {
      try context.interruption.check()
      let parameters = method.parameters
      years[parameters.id] = parameters.crediting.years(interval: interval)
      let figures =
        try shelf.kept(QuantityReader.part(method: number), of: quantified)
        ?? quantities.columns(method: number)
      let eligibility =
        try shelf.kept(ScreeningReader.part(method: number), of: screened)
        ?? screening.eligibility(method: number)
      let losses = MissingLosses(
        left, figures: try quantities.leftFigures(method: number),
        passes: try screening.leftPasses(method: number), eligibility: eligibility, place: place)
      let candidates = CandidateAggregation.candidates(
        columns, eligibility: eligibility,
        amounts: CreditAmounts(
          stock: figures.stock, increment: figures.increment, credit: figures.credit,
          earlierStock: figures.stockFirst),
        method: parameters.id, floor: parameters.floor == .project ? .atLeast(0) : .none,
        missing: losses.stands
      ).filter { isCovered($0, method, survey) }
      let outcomes = try BandSimulation.outcomes(
        of: candidates, method: method, pair: pair, eligibility: eligibility,
        lost: lost.map { ($0, losses) }, context: context)
      let mayBeFiled = pipeline.filing(of: parameters, rungs: figures.rungs).mayBeFiled
      for (candidate, outcome) in zip(candidates, outcomes) {
        let (proposal, band) = try proposal(
          candidate, parameters, survey, outcome.band, mayBeFiled: mayBeFiled,
          years: years[parameters.id] ?? .nan,
          warned: warned)
        proposals.append(proposal)
        bands[parameters.id, default: [:]][candidate.village] = band
        draws[parameters.id, default: [:]][candidate.village] = outcome.draws
      }
      context.progress.report(number + 1, of: pipeline.methods.count, unit: "方法学")
    }
    let villages = survey.villages.map(\.village)
    let ranking = Ranking(
      proposals, villages: villages, quotas: pipeline.quotas, target: pipeline.targetTonnes ?? 0)
    let totals = TotalBands(
      ranking.proposals.filter(\.isFirstChoice).map { entry in
        let candidate = entry.proposal.candidate
        return (
          draws[candidate.method]?[candidate.village] ?? [], years[candidate.method] ?? .nan
        )
      })
    try RankWriter.write(
      ranking, to: context.folder + "/" + RankSchema.fileName, pipeline: pipeline,
      villages: villages, years: years, bands: bands, totals: totals,
      interval: interval)
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
    _ credit: CreditBand, mayBeFiled: Bool, years: Double, warned: Set<String>
  ) throws -> (Proposal, CandidateBand) {
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
    let band = CandidateBand(credit, rule: rule)
    let proposal = Proposal(
      candidate: candidate, revenue: revenue,
      cautiousNet: cautiousNet(candidate, revenue, band, parameters),
      readiness: Readiness.assess(
        candidate, revenue: revenue, isViable: isViable,
        circumstances: Readiness.Circumstances(
          methodIsOfficial: mayBeFiled,
          inventoryIsStamped: pipeline.inventoryIsStamped,
          isPlausible: isPlausible(candidate, parameters, years: years),
          hasEnclosureWarning: warned.contains(entry.village.code))),
      minimumTonnes: rule.flatMap { viability.minimumTonnes(price: $0.price, share: $0.share) })
    return (proposal, band)
  }

  /// Whether the credit per hectare and year lies where published projects of the kind do; nil
  /// without a range or without a credit.
  private func isPlausible(
    _ candidate: Candidate, _ parameters: MethodParameters, years: Double
  ) -> Bool? {
    guard let band = parameters.plausibility, candidate.credit > 0, candidate.eligibleArea > 0
    else { return nil }
    return band.contains(candidate.credit / candidate.eligibleArea / years)
  }

  /// The net revenue on which a cautious ranking rests; a village in which nothing counts has
  /// nothing that could be off.
  private func cautiousNet(
    _ candidate: Candidate, _ revenue: Revenue, _ band: CandidateBand,
    _ parameters: MethodParameters
  ) -> Double? {
    guard parameters.uncertaintyModel != nil else { return nil }
    if band.netLow.isFinite { return band.netLow }
    return candidate.creditBeforeFloor == 0 && revenue.net.isFinite ? revenue.net : nil
  }

  private func report(_ ranking: Ranking) -> StageReport {
    var report = StageReport()
    report.add("candidates", ranking.proposals.count)
    report.add("first-choices", ranking.proposals.count { $0.isFirstChoice })
    report.add("tonnes", ranking.progress.tonnes)
    report.lines.append(
      "\(ranking.proposals.count) candidates (village × method), "
        + "\(ranking.proposals.count { $0.isFirstChoice }) villages")
    let outside = ranking.proposals.count { $0.proposal.readiness.items.contains(.implausible) }
    if outside > 0 {
      report.add("implausible", outside)
      report.lines.append(
        "\(outside) candidates have a credit per hectare outside the range of published projects")
    }
    return report
  }
}
