internal import Archive
internal import Geometry
internal import Inventory

/// What has been credited on each 小班 already: land × years × mechanism.
struct CreditLedger: Sendable {
  struct Entry: Sendable {
    /// Store row of the 小班.
    var subcompartment: Int64
    /// Nil where the source does not say.
    var firstYear: Int?
    var lastYear: Int?
    var mechanism: String
    /// Of the 小班's area.
    var share: Double
    /// NaN where the source does not say.
    var tonnes: Double
    /// Whether its years meet a crediting period of the run.
    var burdens: Bool
  }

  /// Share of a 小班 that is credited for some year of a crediting period.
  struct PeriodShare: Sendable {
    var subcompartment: Int64
    var years: ClosedRange<Int>
    var share: Double
  }

  /// The run's crediting periods; empty without a source of credited land.
  let periods: [ClosedRange<Int>]
  private(set) var entries: [Entry] = []
  private(set) var periodShares: [PeriodShare] = []
  /// Mechanisms whose years meet a period, by position of the 小班.
  private(set) var mechanisms: [Int: String] = [:]

  init(
    stands: SubcompartmentColumns, divisions: [OverlayWorker.Division], credited: CreditedLand?,
    periods: [ClosedRange<Int>]
  ) {
    self.periods = periods
    guard let credited else { return }
    func year(_ value: Double) -> Int? { value.isFinite ? Int(value) : nil }
    for (row, division) in divisions.enumerated() {
      var names = Set<String>()
      for piece in division.credited {
        let land = piece.row
        let burdens = periods.contains { credited.isCredited(land, in: $0) }
        if burdens { names.insert(credited.mechanisms[land]) }
        let part = credited.areas[land] > 0 ? min(1, piece.area / credited.areas[land]) : .nan
        entries.append(
          Entry(
            subcompartment: stands.row[row], firstYear: year(credited.firstYear[land]),
            lastYear: year(credited.lastYear[land]), mechanism: credited.mechanisms[land],
            share: min(1, piece.area / division.area), tonnes: credited.tonnes[land] * part,
            burdens: burdens))
      }
      if !names.isEmpty { mechanisms[row] = names.sorted().joined(separator: "、") }
      for (period, share) in division.creditedShares.enumerated() where share > 0 {
        periodShares.append(
          PeriodShare(subcompartment: stands.row[row], years: periods[period], share: share))
      }
    }
  }

  var lines: [String] {
    guard !periods.isEmpty else { return [] }
    let free = entries.count { !$0.burdens }
    let years = periods.map { period in
      period.count == 1 ? "\(period.lowerBound)" : "\(period.lowerBound)-\(period.upperBound)"
    }.joined(separator: ", ")
    return [
      "credited land: \(entries.count) entries of 小班 × years, \(free) of them for years outside "
        + "the crediting period\(periods.count == 1 ? "" : "s") \(years) and no burden"
    ]
  }

  func write(_ connection: borrowing Connection) throws {
    var inserter = try BulkInserter(
      connection, table: "credit_ledger",
      columns: [
        "subcompartment", "first_year", "last_year", "mechanism", "share", "tonnes", "burdens",
      ])
    for entry in entries {
      try inserter.row.bindAll([
        .integer(entry.subcompartment), entry.firstYear.map { .integer(Int64($0)) } ?? .null,
        entry.lastYear.map { .integer(Int64($0)) } ?? .null, .text(entry.mechanism),
        .real(entry.share), .real(entry.tonnes), .integer(entry.burdens ? 1 : 0),
      ])
      try inserter.insert()
    }
    try inserter.finish()
    var shares = try BulkInserter(
      connection, table: "credited_period",
      columns: ["subcompartment", "first_year", "last_year", "share"])
    for one in periodShares {
      try shares.row.bindAll([
        .integer(one.subcompartment), .integer(Int64(one.years.lowerBound)),
        .integer(Int64(one.years.upperBound)), .real(one.share),
      ])
      try shares.insert()
    }
    try shares.finish()
  }
}
