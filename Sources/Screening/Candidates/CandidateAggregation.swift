internal import Inventory

/// Adds 小班 up to candidates.
///
/// Rows are added in the order of their row numbers, whatever their order in the columns, so that
/// sums do not change in the last digit when files are read in another order.
public enum CandidateAggregation {
  /// The candidates of one method, by ascending village; only villages that have rows.
  public static func candidates(
    _ columns: ScreeningColumns, eligibility: EligibilityColumns, amounts: CreditAmounts,
    method: String, floor: CreditFloor
  ) -> [Candidate] {
    let rows = columns.subcompartments
    var candidates: [Candidate] = []
    for row in order(rows) {
      let village = rows.village[row]
      if candidates.last?.village != village {
        candidates.append(Candidate(village: village, method: method))
      }
      add(row, rows, eligibility, amounts, to: &candidates[candidates.count - 1])
    }
    for place in candidates.indices {
      candidates[place].credit = floor.apply(candidates[place].creditBeforeFloor)
      candidates[place].blockingReasons.sort {
        ($0.position, $1.verdict.rawValue) < ($1.position, $0.verdict.rawValue)
      }
    }
    return candidates
  }

  /// By village, then row number, then position.
  private static func order(_ rows: SubcompartmentColumns) -> [Int] {
    var isAscending = true
    for place in rows.row.indices.dropFirst() where rows.row[place - 1] > rows.row[place] {
      isAscending = false
      break
    }
    // Rows come from the store in order of their numbers; then villages are all there is to sort.
    let byRow =
      isAscending
      ? Array(rows.row.indices)
      : rows.row.indices.sorted { (rows.row[$0], $0) < (rows.row[$1], $1) }
    var places: [Int32: [Int]] = [:]
    for place in byRow { places[rows.village[place], default: []].append(place) }
    return places.keys.sorted().flatMap { places[$0] ?? [] }
  }

  private static func add(
    _ row: Int, _ rows: SubcompartmentColumns, _ eligibility: EligibilityColumns,
    _ amounts: CreditAmounts, to candidate: inout Candidate
  ) {
    let area = rows.area[row]
    let share = eligibility.eligibleShare[row]
    let credit = amounts.credit[row] * share
    switch eligibility.verdict[row] {
    case .pass:
      candidate.passing.add(area: area)
      guard credit.isFinite, area.isFinite else {
        candidate.unquantified.add(area: area)
        return
      }
      candidate.eligibleArea += area * share
      candidate.creditBeforeFloor += credit
      if amounts.stock[row].isFinite { candidate.stock += amounts.stock[row] * share }
      if amounts.increment[row].isFinite { candidate.increment += amounts.increment[row] * share }
    case .cannotTell:
      candidate.undecided.add(area: area)
      if credit.isFinite { candidate.undecidedCredit += credit }
    case .fail:
      candidate.failing.add(area: area)
    }
    note(eligibility.failing[row], .fail, area, eligibility, in: &candidate)
    note(eligibility.undecided[row], .cannotTell, area, eligibility, in: &candidate)
  }

  private static func note(
    _ set: RuleSet, _ verdict: Verdict, _ area: Double, _ eligibility: EligibilityColumns,
    in candidate: inout Candidate
  ) {
    guard set.rawValue != 0 else { return }
    for position in eligibility.rules.indices where set.contains(position: position) {
      let place =
        candidate.blockingReasons.firstIndex {
          $0.position == position && $0.verdict == verdict
        } ?? candidate.blockingReasons.endIndex
      if place == candidate.blockingReasons.endIndex {
        let rule = eligibility.rules[position]
        candidate.blockingReasons.append(
          BlockingReason(
            position: position, rule: rule.identifier, chineseTitle: rule.chineseTitle,
            verdict: verdict, count: 0, area: 0))
      }
      candidate.blockingReasons[place].count += 1
      if area.isFinite { candidate.blockingReasons[place].area += area }
    }
  }
}
