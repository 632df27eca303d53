internal import Accounting
internal import Archive
internal import Inventory

/// What was lost between the surveys, as `rank` stored it.
struct LossTable: Sendable {
  /// A way in which stock went down.
  struct Loss: Sendable {
    var name: String
    var isCounted: Bool
    var count: Int
    var area: Double
    /// Of `unit`.
    var amount: Double
    var unit: String
  }

  /// Rows in the order of the ranking.
  private struct Rows {
    var kind: [LossKind?] = []
    var loss: [Loss] = []
  }

  private var rows = Rows()
  private var ofMethod: [Int: [Int]] = [:]
  private var ofCandidate: [RankReader.Candidate: [Int]] = [:]

  init(_ connection: borrowing Connection) throws {
    let set = try connection.columns(
      """
      SELECT method, village, kind, chinese_name, counted, subcompartments, area_ha, amount, unit
      FROM loss ORDER BY rowid
      """, kinds: [.integer, .text, .text, .text, .integer, .integer, .real, .real, .text])
    let (methods, villages, kinds) = (try set.integers(0), try set.texts(1), try set.texts(2))
    let (names, units) = (try set.texts(3), try set.texts(8))
    let (counted, counts) = (try set.integers(4), try set.integers(5))
    let (areas, amounts) = (try set.reals(6), try set.reals(7))
    for row in 0..<set.rows {
      rows.kind.append(LossKind(rawValue: kinds[row]))
      rows.loss.append(
        Loss(
          name: names[row], isCounted: counted[row] == 1, count: Int(counts[row]),
          area: areas[row], amount: amounts[row], unit: units[row]))
      let candidate = RankReader.Candidate(method: Int(methods[row]), village: villages[row])
      ofMethod[candidate.method, default: []].append(row)
      ofCandidate[candidate, default: []].append(row)
    }
  }

  /// All villages of a method together, by kind.
  func losses(method: Int) -> [Loss] { sums(ofMethod[method] ?? []) }

  /// Those of one candidate, by kind.
  func losses(of candidate: RankReader.Candidate) -> [Loss] { sums(ofCandidate[candidate] ?? []) }

  /// Summed here, in the order of the ranking, so that nothing depends on how SQLite adds.
  private func sums(_ places: [Int]) -> [Loss] {
    LossKind.allCases.compactMap { kind in
      let ofKind = places.filter { rows.kind[$0] == kind }
      guard let first = ofKind.first else { return nil }
      var (area, amount, count) = (CompensatedSum(), CompensatedSum(), 0)
      for place in ofKind {
        area.add(rows.loss[place].area)
        amount.add(rows.loss[place].amount)
        count += rows.loss[place].count
      }
      var sum = rows.loss[first]
      (sum.count, sum.area, sum.amount) = (count, area.value, amount.value)
      return sum
    }
  }
}
