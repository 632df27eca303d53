internal import Accounting
internal import Archive
internal import Inventory
internal import Screening

/// Writes `candidates.sqlite`.
enum RankWriter {
  static func write(
    _ ranking: Ranking, to path: String, pipeline: PipelineFile, villages: [Village],
    years: [String: Double], bands: [String: [Int32: CandidateBand]], totals: TotalBands,
    interval: Double
  ) throws {
    let connection = try Connection(path: path, mode: .create)
    for table in RankSchema.tables { try connection.execute(table) }
    try connection.transaction {
      try writeCandidates(ranking, connection, pipeline, villages, years, bands)
      try LossKind.write(ranking, connection, pipeline, villages, interval: interval)
      try writeReasons(ranking, connection, pipeline, villages)
      try writeLines(ranking, connection, villages)
      try writeTotals(ranking, connection, totals)
    }
    try connection.close()
  }

  static func number(of method: String, _ pipeline: PipelineFile) -> Int64 {
    Int64(pipeline.methods.firstIndex { $0.parameters.id == method } ?? -1)
  }

  private static func writeCandidates(
    _ ranking: Ranking, _ connection: borrowing Connection, _ pipeline: PipelineFile,
    _ villages: [Village], _ years: [String: Double],
    _ bands: [String: [Int32: CandidateBand]]
  ) throws {
    let places = Array(repeating: "?", count: 33).joined(separator: ", ")
    let insert = try connection.prepare("INSERT INTO candidate VALUES (\(places))")
    for entry in ranking.proposals {
      let (proposal, candidate) = (entry.proposal, entry.proposal.candidate)
      let revenue = proposal.revenue
      let method = number(of: candidate.method, pipeline)
      let price = pipeline.price(of: pipeline.methods[Int(method)].parameters)?.middle ?? .nan
      let band = bands[candidate.method]?[candidate.village] ?? CandidateBand()
      try insert.bindAll([
        .integer(Int64(entry.place)), .integer(method),
        .text(villages[Int(candidate.village)].code), .text(entry.status.rawValue),
        entry.placeInCounty.map { .integer(Int64($0)) } ?? .null,
        .integer(Int64(candidate.passing.count)), .real(candidate.passing.area),
        .integer(Int64(candidate.undecided.count)), .real(candidate.undecided.area),
        .integer(Int64(candidate.failing.count)), .real(candidate.failing.area),
        .real(candidate.eligibleArea), .integer(Int64(candidate.unquantified.count)),
        .real(candidate.unquantified.area), .real(candidate.stock), .real(candidate.increment),
        .real(candidate.creditBeforeFloor), .real(candidate.credit),
        .real(candidate.undecidedCredit), .real(years[candidate.method] ?? .nan), .real(price),
        .real(revenue.gross), .real(revenue.thirdParty), .real(revenue.net),
        .text(shareRule(revenue)), .text(proposal.readiness.grade.rawValue),
        .real(proposal.minimumTonnes ?? .nan), .real(band.credit.p10), .real(band.credit.p50),
        .real(band.credit.p90), .real(band.netLow), .real(band.netMiddle), .real(band.netHigh),
      ])
      try insert.run()
    }
  }

  private static func writeTotals(
    _ ranking: Ranking, _ connection: borrowing Connection, _ totals: TotalBands
  ) throws {
    let insert = try connection.prepare("INSERT INTO total_band VALUES (?, ?, ?, ?, ?, ?)")
    for (figure, band) in [("credit_tco2e", totals.period), ("credit_tco2e_yr", totals.yearly)] {
      try insert.bindAll([
        .text(figure), .real(band.p10), .real(band.p50), .real(band.p90), .real(band.mean),
        .real(band.deviation),
      ])
      try insert.run()
    }
    let fact = try connection.prepare("INSERT INTO fact VALUES (?, ?)")
    try fact.bindAll([.text("ranking-basis"), .text(ranking.basis.rawValue)])
    try fact.run()
  }

  /// How the income is divided, in Chinese, with what was assumed.
  private static func shareRule(_ revenue: Revenue) -> String {
    guard revenue.gross > 0 else { return revenue.gross.isNaN ? "价格未知，收益无法计算" : "" }
    let tenths = (revenue.thirdParty / revenue.gross * 1000).rounded() / 10
    let share = tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    let notes = revenue.notes.map(\.chineseText)
    return "第三方技术机构 \(share)%"
      + (notes.isEmpty ? "" : "（" + notes.joined(separator: "；") + "）")
  }

  private static func writeReasons(
    _ ranking: Ranking, _ connection: borrowing Connection, _ pipeline: PipelineFile,
    _ villages: [Village]
  ) throws {
    let reasons = try connection.prepare(
      "INSERT INTO blocking_reason VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let items = try connection.prepare("INSERT INTO readiness_item VALUES (?, ?, ?, ?, ?, ?, ?)")
    for entry in ranking.proposals {
      let candidate = entry.proposal.candidate
      let key: [Value] = [
        .integer(number(of: candidate.method, pipeline)),
        .text(villages[Int(candidate.village)].code),
      ]
      for reason in candidate.blockingReasons {
        try reasons.bindAll(
          key + [
            .integer(Int64(reason.position)), .integer(Int64(reason.verdict.rawValue)),
            .text(reason.rule), .text(reason.chineseTitle), .integer(Int64(reason.count)),
            .real(reason.area),
          ])
        try reasons.run()
      }
      for (position, item) in entry.proposal.readiness.items.enumerated() {
        try items.bindAll(
          key + [
            .integer(Int64(position)), .text(item.code),
            .text(item.kind == .obstacle ? "obstacle" : "document"), .text(item.chineseText),
            .text(item.englishText),
          ])
        try items.run()
      }
    }
  }

  private static func writeLines(
    _ ranking: Ranking, _ connection: borrowing Connection, _ villages: [Village]
  ) throws {
    let line = try connection.prepare("INSERT INTO county_line VALUES (?, ?, ?, ?, ?, ?, ?)")
    for county in ranking.counties {
      try line.bindAll([
        .text(county.county), .text(county.name),
        county.quota.map { .integer(Int64($0)) } ?? .null, .integer(Int64(county.withinQuota)),
        .integer(Int64(county.reserve)), .integer(Int64(county.notYet)), .real(county.tonnes),
      ])
      try line.run()
    }
    let insert = try connection.prepare("INSERT INTO bundle VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (number, bundle) in ranking.bundles.enumerated() {
      try insert.bindAll([
        .integer(Int64(number)), .text(bundle.town), .text(bundle.method),
        .text(bundle.villages.map { villages[Int($0)].code }.joined(separator: " ")),
        .real(bundle.tonnes), .real(bundle.minimumTonnes ?? .nan),
        .integer(bundle.isViable ? 1 : 0),
      ])
      try insert.run()
    }
  }
}
