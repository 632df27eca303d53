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
    /// NaN where it cannot be told.
    var share: Double
  }

  private(set) var entries: [Entry] = []
  private(set) var periodShares: [PeriodShare] = []
  /// For each 小班, the mechanisms whose years meet a period.
  private(set) var mechanisms: [String] = []
  /// For each 小班, the share of the period that is burdened most; NaN where not known.
  private(set) var creditedShare: [Double] = []

  /// - Parameters:
  ///   - rows: store rows of the 小班 that were divided; positions of the 小班 are its indices.
  ///   - villages: of all 小班.
  ///   - periods: the run's crediting periods.
  ///   - isDeclaredNone: whether the pipeline says that nothing is credited.
  init(
    rows: ArraySlice<Int64>, _ divisions: DivisionColumns, _ credited: CreditedLand?,
    villages: [Int32], periods: [ClosedRange<Int>], isDeclaredNone: Bool = false
  ) {
    guard let credited else {
      mechanisms = [String](repeating: "", count: rows.count)
      creditedShare = [Double](repeating: isDeclaredNone ? 0 : .nan, count: rows.count)
      return
    }
    for (place, position) in rows.indices.enumerated() {
      append(
        place, position, rows[position], villages[position], divisions, credited, periods)
    }
  }

  private mutating func append(
    _ place: Int, _ position: Int, _ row: Int64, _ village: Int32, _ divisions: DivisionColumns,
    _ credited: CreditedLand, _ periods: [ClosedRange<Int>]
  ) {
    let area = divisions.area[place]
    var names = Set<String>()
    // What rows have of the 小班 of which the polygon does not say where it lies.
    var unlocated = [Double](repeating: 0, count: periods.count)
    func note(_ land: Int, share: Double, tonnes: Double) {
      let burdened = periods.indices.filter { credited.isCredited(land, in: periods[$0]) }
      if !burdened.isEmpty { names.insert(credited.mechanisms[land]) }
      entries.append(
        Entry(
          subcompartment: row, firstYear: Self.year(credited.firstYear[land]),
          lastYear: Self.year(credited.lastYear[land]), mechanism: credited.mechanisms[land],
          share: share, tonnes: tonnes, burdens: !burdened.isEmpty))
    }
    for piece in divisions.credited[place] {
      let land = piece.row
      let whole = credited.areas[land]
      let claimed = credited.part(land, of: whole) * whole
      note(
        land, share: min(1, min(piece.wholeArea, claimed) / area),
        tonnes: credited.tonnes[land] * (whole > 0 ? min(1, piece.wholeArea / whole) : .nan))
      if credited.isWhole(land) { continue }
      for period in periods.indices where credited.isCredited(land, in: periods[period]) {
        unlocated[period] += min(piece.area, claimed) / area
      }
    }
    for piece in credited.placements.pieces[position] ?? [] {
      note(piece.row, share: piece.share, tonnes: credited.tonnes[piece.row])
      for period in periods.indices where credited.isCredited(piece.row, in: periods[period]) {
        unlocated[period] += piece.share
      }
    }
    mechanisms.append(names.sorted().joined(separator: "、"))
    // Credits are counted outside the exclusion zones, where carbon may be claimed.
    let most = area > 0 ? divisions.eligible[place] / area : 1
    let shares = periods.indices.map { period -> Double in
      let located =
        area > 0
        ? divisions.creditedInPeriod[period][place] / area
        : credited.polygons.hasPolygons ? .nan : 0
      let known = located + unlocated[period]
      let share = known > most ? most : known
      let isOpen = credited.placements.isOpen(village, period: period)
      return isOpen && !(share > 0.99 * most) ? .nan : share
    }
    let isOpen = shares.contains { $0.isNaN }
    for (period, share) in shares.enumerated() where isOpen || share > 0 {
      periodShares.append(
        PeriodShare(subcompartment: row, years: periods[period], share: share))
    }
    creditedShare.append(shares.reduce(.nan) { $0 >= $1 ? $0 : $1.isNaN ? $0 : $1 })
  }

  /// What is no year, such as 1e300, is no year.
  private static func year(_ value: Double) -> Int? { abs(value) < 10_000 ? Int(value) : nil }
}
