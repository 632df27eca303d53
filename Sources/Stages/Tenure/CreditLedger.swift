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

  private(set) var entries: [Entry] = []
  private(set) var periodShares: [PeriodShare] = []
  /// For each 小班, the mechanisms whose years meet a period.
  private(set) var mechanisms: [String] = []
  /// For each 小班, the share of the period that is burdened most; NaN where not known.
  private(set) var creditedShare: [Double] = []

  /// - Parameters:
  ///   - rows: store rows of the 小班 that were divided.
  ///   - periods: the run's crediting periods.
  ///   - isDeclaredNone: whether the pipeline says that nothing is credited.
  init(
    rows: ArraySlice<Int64>, _ divisions: DivisionColumns, _ credited: CreditedLand?,
    periods: [ClosedRange<Int>], isDeclaredNone: Bool = false
  ) {
    guard let credited else {
      mechanisms = [String](repeating: "", count: rows.count)
      creditedShare = [Double](repeating: isDeclaredNone ? 0 : .nan, count: rows.count)
      return
    }
    // What is no year, such as 1e300, is no year.
    func year(_ value: Double) -> Int? { abs(value) < 10_000 ? Int(value) : nil }
    for (place, row) in rows.enumerated() {
      let area = divisions.area[place]
      var names = Set<String>()
      for piece in divisions.credited[place] {
        let land = piece.row
        let burdens = periods.contains { credited.isCredited(land, in: $0) }
        if burdens { names.insert(credited.mechanisms[land]) }
        let part =
          credited.areas[land] > 0 ? min(1, piece.wholeArea / credited.areas[land]) : .nan
        entries.append(
          Entry(
            subcompartment: row, firstYear: year(credited.firstYear[land]),
            lastYear: year(credited.lastYear[land]), mechanism: credited.mechanisms[land],
            share: min(1, piece.wholeArea / area), tonnes: credited.tonnes[land] * part,
            burdens: burdens))
      }
      mechanisms.append(names.sorted().joined(separator: "、"))
      var most = Double.nan
      for (period, years) in periods.enumerated() where area > 0 {
        let share = divisions.creditedInPeriod[period][place] / area
        most = most >= share ? most : share
        if share > 0 {
          periodShares.append(PeriodShare(subcompartment: row, years: years, share: share))
        }
      }
      creditedShare.append(most)
    }
  }
}
