internal import Accounting
internal import Inventory

/// Adds 小班 up to candidates.
///
/// Sums are exact and rounded once, so they do not change in the last digit when files are read in
/// another order.
public enum CandidateAggregation {
  /// The figures of one candidate while they are added up.
  private struct Sums {
    var eligibleArea = CompensatedSum()
    var stock = CompensatedSum()
    var increment = CompensatedSum()
    var credit = CompensatedSum()
    var undecidedCredit = CompensatedSum()
  }

  /// The candidates of one method, by ascending village; only villages that have rows.
  /// - Parameter missing: losses of land that no row stands for.
  public static func candidates(
    _ columns: ScreeningColumns, eligibility: EligibilityColumns, amounts: CreditAmounts,
    method: String, floor: CreditFloor, missing: [MissingStand] = []
  ) -> [Candidate] {
    let rows = columns.subcompartments
    var candidates: [Candidate] = []
    var sums: [Sums] = []
    for row in order(rows) {
      let village = rows.village[row]
      if candidates.last?.village != village {
        candidates.append(Candidate(village: village, method: method))
        sums.append(Sums())
      }
      let place = candidates.count - 1
      add(row, rows, eligibility, amounts, to: &candidates[place], &sums[place])
    }
    let places = candidates.indices
    let byVillage = [Int32: Int](uniqueKeysWithValues: places.map { (candidates[$0].village, $0) })
    for one in missing where one.credit.isFinite {
      // Where no 小班 takes part there is no project that could have lost land.
      guard let place = byVillage[one.village], candidates[place].passing.count > 0 else {
        continue
      }
      candidates[place].missingLosses.add(area: one.area, amount: one.increment)
      sums[place].increment.add(one.increment)
      sums[place].credit.add(one.credit)
    }
    for place in places {
      candidates[place].eligibleArea = sums[place].eligibleArea.value
      candidates[place].stock = sums[place].stock.value
      candidates[place].increment = sums[place].increment.value
      candidates[place].creditBeforeFloor = sums[place].credit.value
      candidates[place].undecidedCredit = sums[place].undecidedCredit.value
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
    _ amounts: CreditAmounts, to candidate: inout Candidate, _ sums: inout Sums
  ) {
    let area = rows.area[row]
    let share = eligibility.eligibleShare[row]
    let credit = amounts.credit[row] * share
    if !amounts.increment[row].isFinite, !amounts.earlierStock.isEmpty,
      amounts.earlierStock[row] > 0, eligibility.verdict[row] != .fail
    {
      candidate.openStock.add(area: area, amount: amounts.earlierStock[row])
    }
    switch eligibility.verdict[row] {
    case .pass:
      candidate.passing.add(area: area)
      guard credit.isFinite, area.isFinite else {
        candidate.unquantified.add(area: area)
        return
      }
      sums.eligibleArea.add(area * share)
      sums.credit.add(credit)
      if amounts.stock[row].isFinite { sums.stock.add(amounts.stock[row] * share) }
      let increment = amounts.increment[row] * share
      if increment.isFinite { sums.increment.add(increment) }
      if increment < 0 {
        if eligibility.judgedEarlier[row] || amounts.stock[row] == 0 {
          candidate.departedLosses.add(area: area * share, amount: increment)
        } else {
          candidate.standingLosses.add(area: area * share, amount: increment)
        }
      }
    case .cannotTell:
      candidate.undecided.add(area: area)
      if credit.isFinite { sums.undecidedCredit.add(credit) }
    case .fail:
      candidate.failing.add(area: area)
    }
    if eligibility.verdict[row] != .pass, amounts.increment[row] < 0 {
      candidate.outsideLosses.add(area: area, amount: amounts.increment[row])
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
      candidate.blockingReasons[place].add(area: area)
    }
  }
}
