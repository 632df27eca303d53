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
      .real(claims.wholeShare), texts(claims.evidence.map(\.rawValue)), .real(claims.confidence),
    ]
  }

  static func titles(_ rows: ArraySlice<Int64>, _ titles: TitleColumns) -> [StoredColumn] {
    [
      .integer(Array(rows)), texts(titles.titleClass.map(\.rawValue)),
      .integer(titles.reasons.map { Int64($0.rawValue) }), texts(codes(titles.reasons)),
      texts(titles.term.map(\.rawValue)), texts(titles.evidence.map { $0?.rawValue ?? "" }),
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
      texts(ledger.mechanisms),
    ]
  }

  private static func texts(_ texts: [String]) -> StoredColumn {
    .text(ByteColumn(TextColumn(texts)))
  }

  /// The codes of reasons; few different sets occur, so each is spelt once.
  private static func codes(_ sets: [TitleReasonSet]) -> [String] {
    var known: [UInt32: String] = [:]
    return sets.map { set in
      if let text = known[set.rawValue] { return text }
      let text = set.reasons.map(\.code).joined(separator: " ")
      known[set.rawValue] = text
      return text
    }
  }
}
