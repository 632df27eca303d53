internal import Accounting
internal import Inventory

/// The later survey with, row by row, what is known of an earlier date.
struct PairedSurveys: Sendable {
  var pair: SurveyPair
  /// Earlier survey, if there is one.
  var firstYear: Int?
  var secondYear: Int
  /// Of each later row.
  var kind: [MatchKind]
  /// Row of the earlier survey in the store, for rows found by key; -1 otherwise.
  var earlierRow: [Int64]
  /// The earlier survey; empty if there is none.
  var earlierStands = SubcompartmentColumns()
  var earlierStoreRows: [Int64] { earlierStands.row }
  /// For rows found by overlay: the parts they were put together from.
  var states: [(row: Int, state: OverlayState)]
  /// Later rows that neither key nor overlay found, and their area, ha.
  var unmatched: Int
  var unmatchedArea: Double
  /// 小班 of the earlier survey that no later one continues, and their area, ha.
  var unmatchedEarlier: Int
  var unmatchedEarlierArea: Double
  /// Rows among `states` whose key held while their border moved.
  var redrawn = 0
  /// Rows whose key the earlier survey has for other land, with that land's row and the part of the
  /// later 小班 that lies in it.
  var moved: [(row: Int, earlier: Int, share: Double)] = []
  var movedArea = 0.0
  /// Area of each earlier row that a later one continues, ha.
  var continued: [Double] = []
  /// Of each earlier row, the later row that continues most of it; -1 for none.
  var continuing: [Int] = []
  /// Earlier land that no later row continues.
  var left = LeftLand()
  /// What models said, where they were asked.
  var ladder: EarlierEvidence?
  var growthModels: GrowthModels?

  /// Parts of later 小班 that are left out of their earlier state, and their area, ha.
  var slivers: (count: Int, area: Double) {
    var sum = CompensatedSum()
    var count = 0
    for (row, state) in states where pair.second.area[row] > 0 {
      for part in state.slivers {
        sum.add(part.share * pair.second.area[row])
        count += 1
      }
    }
    return (count, sum.value)
  }

  func count(_ kind: MatchKind) -> Int { self.kind.count { $0 == kind } }

  /// A survey alone: stocks, no growth, unless evidence of an earlier date comes with it.
  init(single later: (year: Int, stands: SubcompartmentColumns), species: SpeciesTable) throws {
    pair = try SurveyPair(single: later.stands, species: species)
    secondYear = later.year
    kind = Array(repeating: .none, count: later.stands.count)
    earlierRow = Array(repeating: -1, count: later.stands.count)
    states = []
    unmatched = later.stands.count
    unmatchedArea = Self.area(later.stands, rows: later.stands.row.indices)
    unmatchedEarlier = 0
    unmatchedEarlierArea = 0
  }

  /// Pairs two surveys: by key, then by overlay where it found a state.
  ///
  /// `keyed` is the earlier row of each later row's key, -1 where there is none or it lies elsewhere
  /// (`moved`).
  ///
  /// Growth is per hectare of land that is the same at both dates, so a row's earlier stock is
  /// taken on its later area; for rows matched by key the method file says how far the two areas
  /// may differ.
  init(
    earlier: (year: Int, stands: SubcompartmentColumns),
    later: (year: Int, stands: SubcompartmentColumns), keyed: [Int32],
    moved: [(row: Int, earlier: Int, share: Double)] = [],
    states: [(row: Int, state: OverlayState)], species: SpeciesTable
  ) throws {
    let (before, after) = (earlier.stands, later.stands)
    var positions = keyed
    kind = positions.map { $0 >= 0 ? .key : .none }
    for (row, state) in states {
      positions[row] = state.largest
      kind[row] = .overlay
    }
    var first = before.gathering(positions)
    var used = [Bool](repeating: false, count: before.count)
    continued = [Double](repeating: 0, count: before.count)
    var most = ContinuingRows(earlier: before.count)
    for row in after.row.indices where kind[row] == .key {
      used[Int(positions[row])] = true
      if after.area[row] > 0 { continued[Int(positions[row])] += after.area[row] }
      most.take(Int(positions[row]), row: row, area: after.area[row])
    }
    var shares: [Int32: CompensatedSum] = [:]
    for (row, state) in states {
      first.landClass[row] = state.landClass
      first.species[row] = state.species
      first.secondSpecies[row] = state.secondSpecies
      first.volume[row] = state.volume
      first.secondVolume[row] = state.secondVolume
      first.stems[row] = state.stems
      first.diameter[row] = state.diameter
      first.area[row] = after.area[row]
      for part in state.parts {
        used[Int(part.row)] = true
        most.take(Int(part.row), row: row, area: part.share * after.area[row])
        if after.area[row] > 0 {
          shares[part.row, default: .init()].add(part.share * after.area[row])
        }
      }
    }
    for (row, sum) in shares { continued[Int(row)] += sum.value }
    continuing = most.rows
    let kinds = kind
    earlierRow = positions.indices.map {
      kinds[$0] == .key ? before.row[Int(positions[$0])] : -1
    }
    pair = try SurveyPair(
      first: first, second: after, firstSpecies: species, secondSpecies: species,
      evidence: kinds.map { $0 == .none ? .none : .twoSurveys },
      years: Double(later.year - earlier.year))
    pair.parts = StandParts(
      states.filter { $0.state.parts.count > 1 }.flatMap { row, state in
        state.parts.map { (row, $0.row, $0.share) }
      }, of: before, rows: after.count)
    firstYear = earlier.year
    secondYear = later.year
    earlierStands = before
    self.states = states
    self.moved = moved
    movedArea = Self.area(after, rows: moved.map(\.row))
    let missing = kinds.indices.filter { kinds[$0] == .none }
    unmatched = missing.count
    unmatchedArea = Self.area(after, rows: missing)
    let left = used.indices.filter { !used[$0] }
    unmatchedEarlier = left.count
    unmatchedEarlierArea = Self.area(before, rows: left)
  }

  /// Later rows that overlay should look for: no key found them, or the one it found is so much
  /// larger or smaller that it is not the same land.
  static func rowsToOverlay(
    _ keyed: [Int32], earlier: SubcompartmentColumns, later: SubcompartmentColumns,
    areaTolerance: Double
  ) -> [Int] {
    later.row.indices.filter { row in
      let before = keyed[row]
      guard before >= 0 else { return true }
      let change = earlier.area[Int(before)] / later.area[row] - 1
      return change.isFinite && abs(change) > areaTolerance
    }
  }

  private static func area(
    _ stands: SubcompartmentColumns, rows: some Sequence<Int>
  ) -> Double {
    var sum = CompensatedSum()
    for row in rows where stands.area[row].isFinite { sum.add(stands.area[row]) }
    return sum.value
  }
}

/// Of each earlier row, the later row that continues most of it.
private struct ContinuingRows {
  private(set) var rows: [Int]
  private var areas: [Double]

  init(earlier count: Int) {
    rows = [Int](repeating: -1, count: count)
    areas = [Double](repeating: 0, count: count)
  }

  mutating func take(_ earlier: Int, row: Int, area: Double) {
    if area > areas[earlier] { (areas[earlier], rows[earlier]) = (area, row) }
  }
}
