internal import Accounting
internal import Archive
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Screening

/// The land × years that the run's first choices claim. Alternatives claim nothing: a 小班 lies in
/// one village, a village has one first choice, so no land and year is claimed twice.
struct LedgerReader {
  /// A line with the store row of its 小班.
  struct Entry: Sendable {
    var row: Int64
    var line: LedgerLine
  }

  static func entries(
    _ pipeline: PipelineFile, _ context: StageContext, _ survey: LatestSurvey
  ) throws -> [Entry] {
    let plots = try ListedPlots(
      Connection(
        path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
          + InventorySchema.fileName, mode: .readOnly), year: survey.year)
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let screening = try ScreeningReader(
      folder: try context.upstreamFolder(StageName.screen.rawValue))
    let rank = try RankReader(folder: try context.upstreamFolder(StageName.rank.rawValue))
    let alternative = RankedProposal.Status.alternative.rawValue
    let first = try rank.rows().filter { $0.status != alternative }
    var entries: [Entry] = []
    for (number, method) in pipeline.methods.enumerated() {
      let villages = Set(first.filter { $0.method == number }.map(\.village))
      guard !villages.isEmpty else { continue }
      let years = pipeline.creditedYears(of: method.parameters)
      let eligibility = try screening.eligibility(method: number)
      let figures = try quantities.columns(method: number)
      let credit = figures.credit
      let notice = pipeline.filing(of: method.parameters, rungs: figures.rungs).notice
      let stands = survey.stands
      for row in 0..<stands.count where eligibility.verdict[row] == .pass {
        guard stands.village[row] >= 0 else { continue }
        let village = survey.villages[Int(stands.village[row])].village
        let share = eligibility.eligibleShare[row]
        guard villages.contains(village.code), (credit[row] * share).isFinite,
          stands.area[row].isFinite, share > 0
        else { continue }
        var line = LedgerLine()
        line.key = stands.key[row]
        line.villageCode = village.code
        line.villageName = village.name
        // Rows of one survey in the order of the store, both.
        line.compartment = plots.compartment[row]
        line.subcompartment = plots.number[row]
        line.method = method.parameters.id
        line.mechanism = method.parameters.mechanism
        line.firstYear = years.lowerBound
        line.lastYear = years.upperBound
        line.share = share
        line.hectares = stands.area[row] * share
        line.tonnes = credit[row] * share
        line.notice = notice
        entries.append(Entry(row: stands.row[row], line: line))
      }
    }
    return entries.sorted { $0.row < $1.row }
  }
}
