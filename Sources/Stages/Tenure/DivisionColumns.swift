internal import Geometry

/// How the 小班 of a run of rows are divided: columns of equal length, areas in m² on the
/// overlay's plane.
///
/// What is outside the exclusion zones and what is inside adds up to the 小班.
struct DivisionColumns: Sendable {
  /// What features of one layer have of each 小班; rows are those of all features.
  struct Shares: Sendable {
    private(set) var all: [OverlayShare] = []
    private var ends: [Int] = []

    mutating func append(_ shares: [OverlayShare], rows: [Int]) {
      for share in shares {
        all.append(
          OverlayShare(
            row: rows[share.row], area: share.area, excludedArea: share.excludedArea))
      }
      ends.append(all.count)
    }

    mutating func appendNone() { ends.append(all.count) }

    mutating func append(_ row: Int, of other: Shares) {
      all.append(contentsOf: other[row])
      ends.append(all.count)
    }

    subscript(row: Int) -> ArraySlice<OverlayShare> {
      all[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
    }
  }

  /// 0 without a polygon, or with nothing to lay it over.
  var area: [Double] = []
  /// Outside all exclusion zones.
  var eligible: [Double] = []
  /// In a tenure parcel; in two or more of them.
  var covered: [Double] = []
  var overlapped: [Double] = []
  /// The same inside the exclusion zones.
  var excludedCovered: [Double] = []
  var excludedOverlapped: [Double] = []
  /// In parcels of two or more different holders, outside and inside the zones.
  var contested: [Double] = []
  var excludedContested: [Double] = []
  /// In parcels that give no title, zones included.
  var void: [Double] = []
  var claims = Shares()
  /// Credited in any year.
  var credited = Shares()
  /// For each crediting period of the run: credited for some of its years, outside the zones.
  var creditedInPeriod: [[Double]]
  var villages = Shares()

  init(periods: Int) { creditedInPeriod = [[Double]](repeating: [], count: periods) }

  var count: Int { area.count }

  /// A 小班 of which nothing is known by the map.
  mutating func appendUnknown() {
    append(OverlayTotals(subject: 0, eligible: 0, covered: 0, overlapped: 0))
    contested.append(0)
    excludedContested.append(0)
    void.append(0)
    claims.appendNone()
    credited.appendNone()
    villages.appendNone()
    for period in creditedInPeriod.indices { creditedInPeriod[period].append(.nan) }
  }

  /// A 小班 of other columns.
  mutating func append(_ row: Int, of other: DivisionColumns) {
    area.append(other.area[row])
    eligible.append(other.eligible[row])
    covered.append(other.covered[row])
    overlapped.append(other.overlapped[row])
    excludedCovered.append(other.excludedCovered[row])
    excludedOverlapped.append(other.excludedOverlapped[row])
    contested.append(other.contested[row])
    excludedContested.append(other.excludedContested[row])
    void.append(other.void[row])
    claims.append(row, of: other.claims)
    credited.append(row, of: other.credited)
    villages.append(row, of: other.villages)
    for period in creditedInPeriod.indices {
      creditedInPeriod[period].append(other.creditedInPeriod[period][row])
    }
  }

  mutating func append(_ totals: OverlayTotals) {
    area.append(totals.subject)
    eligible.append(totals.eligible)
    covered.append(totals.covered)
    overlapped.append(totals.overlapped)
    excludedCovered.append(totals.excludedCovered)
    excludedOverlapped.append(totals.excludedOverlapped)
  }

  /// The share of a 小班 outside the zones.
  func eligibleShare(_ row: Int) -> Double { area[row] > 0 ? eligible[row] / area[row] : .nan }
}
