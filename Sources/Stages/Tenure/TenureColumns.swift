internal import Archive
internal import Geometry
internal import Inventory
internal import Tenure

/// The columns of `tenure.sqlite` for a run of 小班, in the order of `TenureSchema`.
enum TenureColumns {
  static func claims(
    _ rows: ArraySlice<Int64>, _ divisions: DivisionColumns, _ claims: ClaimColumns
  ) -> [StoredColumn] {
    var numbers: [Int64] = []
    var shares: [Double] = []
    var areas: [Double] = []
    numbers.reserveCapacity(claims.count)
    shares.reserveCapacity(claims.count)
    areas.reserveCapacity(claims.count)
    // The map's claims stand in the order of the divisions, each 小班's texts after them.
    var row: Int32 = -1
    var place = 0
    var pieces: ArraySlice<OverlayShare> = []
    for claim in 0..<claims.count {
      if claims.subcompartment[claim] != row {
        row = claims.subcompartment[claim]
        pieces = divisions.claims[Int(row)]
        place = pieces.startIndex
      }
      numbers.append(rows[rows.startIndex + Int(row)])
      guard claims.evidence[claim] == .spatial, place < pieces.endIndex else {
        shares.append(.nan)
        areas.append(.nan)
        continue
      }
      shares.append(min(1, pieces[place].area / divisions.area[Int(row)]))
      areas.append(pieces[place].area / 10_000)
      place += 1
    }
    return [
      .integer(numbers), .integer(claims.parcel.map { Int64($0) }), .real(shares), .real(areas),
      .real(claims.wholeShare), .text(ByteColumn(claims.evidence) { $0.rawValue }),
      .real(claims.confidence),
    ]
  }

  static func titles(_ rows: ArraySlice<Int64>, _ titles: TitleColumns) -> [StoredColumn] {
    [
      .integer(Array(rows)), .text(ByteColumn(titles.titleClass) { $0.rawValue }),
      .integer(titles.reasons.map { Int64($0.rawValue) }),
      .text(ByteColumn(titles.reasons) { $0.reasons.map(\.code).joined(separator: " ") }),
      .text(ByteColumn(titles.term) { $0.rawValue }),
      .text(ByteColumn(titles.evidence) { $0?.rawValue ?? "" }),
      .real(titles.clearShare), .real(titles.untitledShare), .real(titles.contestedShare),
      .real(titles.disputedShare), .real(titles.expiringShare),
      // Whole numbers all the same, and NaN for NULL.
      .real(titles.mainParcel.map { $0 < 0 ? .nan : Double($0) }),
      .integer(titles.holderCount.map { Int64($0) }),
      .integer(titles.sliverCount.map { Int64($0) }), .real(titles.sliverArea),
    ]
  }

  /// - Parameters:
  ///   - hasNone: whether the pipeline says that there are no exclusion zones.
  ///   - isOpen: whether there are zones of which it is not known where they lie: no 小班 that the
  ///     others leave is then known to be free.
  static func burdens(
    _ rows: ArraySlice<Int64>, _ divisions: DivisionColumns, _ ledger: CreditLedger,
    hasExclusions: Bool, hasNone: Bool, isOpen: Bool = false
  ) -> [StoredColumn] {
    let excluded = (0..<rows.count).map { row -> Double in
      if hasNone { return 0 }
      guard hasExclusions, divisions.area[row] > 0 else { return .nan }
      let share = (divisions.area[row] - divisions.eligible[row]) / divisions.area[row]
      return isOpen && share < 0.999 ? .nan : share
    }
    return [
      .integer(Array(rows)), .real(excluded), .real(ledger.creditedShare),
      .text(ByteColumn(ledger.mechanisms) { $0 }),
    ]
  }
}
