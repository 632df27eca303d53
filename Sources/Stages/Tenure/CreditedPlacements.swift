/// Where credited land lies of which only a text says it: the 小班 it names, or the villages about
/// which nothing can be told because one of their rows names none.
struct CreditedPlacements: Sendable {
  /// A row with what it has of a 小班.
  struct Piece: Sendable {
    var row: Int
    /// Of the 小班's area, 0 to 1.
    var share: Double
  }

  /// By position of the 小班.
  private(set) var pieces: [Int: [Piece]] = [:]
  /// Rows that name no 小班 of the run.
  private(set) var unplaced: [Int] = []
  /// For each crediting period, the villages (positions) of rows that were not placed.
  private(set) var openVillages: [Set<Int32>]
  /// For each crediting period, whether such a row may lie anywhere.
  private(set) var isOpenEverywhere: [Bool]
  private(set) var placed = 0

  init(periods: Int = 0) {
    openVillages = [Set<Int32>](repeating: [], count: periods)
    isOpenEverywhere = [Bool](repeating: false, count: periods)
  }

  mutating func place(_ row: Int, on positions: [Int], share: Double) {
    placed += 1
    for position in positions {
      pieces[position, default: []].append(Piece(row: row, share: share))
    }
  }

  /// - Parameters:
  ///   - periods: those that the row burdens, by position.
  ///   - village: nil where it may be any; -1 where it is none of the run's.
  mutating func leave(_ row: Int, periods: [Int], village: Int32?) {
    unplaced.append(row)
    for period in periods {
      switch village {
      case .some(let village) where village >= 0: openVillages[period].insert(village)
      case .some: break
      case nil: isOpenEverywhere[period] = true
      }
    }
  }

  /// Villages of which, and whether of all, it cannot be told what is credited.
  var open: (villages: Int, everywhere: Bool) {
    (openVillages.reduce(Set()) { $0.union($1) }.count, isOpenEverywhere.contains(true))
  }

  /// Whether it cannot be told how much of a village's 小班 is credited in a period.
  func isOpen(_ village: Int32, period: Int) -> Bool {
    period < isOpenEverywhere.count
      && (isOpenEverywhere[period] || openVillages[period].contains(village))
  }
}
