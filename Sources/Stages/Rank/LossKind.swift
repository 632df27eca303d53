internal import Archive
internal import Inventory
internal import Screening

/// How a stock went down between the surveys, as reports tell a county.
enum LossKind: String, CaseIterable {
  case standing
  case departed
  case missing
  case outside
  case open

  var chineseName: String {
    switch self {
    case .standing: "林分仍在、储量减少"
    case .departed: "采伐、灾害或转为不计量地类"
    case .missing: "后期调查没有的土地"
    case .outside: "不符合或无法判定的小班中的减少"
    case .open: "前期有林、后期无法判定（前期储量）"
    }
  }

  /// Whether it is in the candidate's credit.
  var isCounted: Bool {
    switch self {
    case .standing, .departed, .missing: true
    case .outside, .open: false
    }
  }

  var unit: String { self == .open ? "tC" : "tCO2e" }

  func totals(_ candidate: Candidate) -> LossTotals {
    switch self {
    case .standing: candidate.standingLosses
    case .departed: candidate.departedLosses
    case .missing: candidate.missingLosses
    case .outside: candidate.outsideLosses
    case .open: candidate.openStock
    }
  }

  /// - Parameter interval: years between the surveys.
  static func write(
    _ ranking: Ranking, _ connection: borrowing Connection, _ pipeline: PipelineFile,
    _ villages: [Village], interval: Double
  ) throws {
    let insert = try connection.prepare("INSERT INTO loss VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for entry in ranking.proposals {
      let candidate = entry.proposal.candidate
      for kind in allCases {
        let totals = kind.totals(candidate)
        guard totals.count > 0 else { continue }
        try insert.bindAll([
          .integer(RankWriter.number(of: candidate.method, pipeline)),
          .text(villages[Int(candidate.village)].code), .text(kind.rawValue),
          .text(kind.chineseName), .integer(kind.isCounted ? 1 : 0),
          .integer(Int64(totals.count)), .real(totals.area),
          .real(kind == .open ? totals.amount : totals.amount * interval), .text(kind.unit),
        ])
        try insert.run()
      }
    }
  }
}
