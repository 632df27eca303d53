internal import Inventory

/// Sums rows to a project.
public enum ProjectFloor {
  /// Adds up the given rows and applies the floor at the level of the project.
  ///
  /// The sums are compensated (Neumaier 1974), so that the order of rows does not show in them.
  /// Rows that were not computed are left out and counted, never taken for zero.
  /// - Parameters:
  ///   - credits: columns of one method.
  ///   - area: ha of each row, as long as `credits`.
  ///   - rows: the rows of the project; must lie within the columns.
  public static func aggregate(
    _ credits: CreditColumns, area: [Double], rows: some Sequence<Int>, floor: FloorRule
  ) -> ProjectCredit {
    var total = CompensatedSum()
    var perYear = CompensatedSum()
    var positive = CompensatedSum()
    var computed = CompensatedSum()
    var counts = [Int](repeating: 0, count: QuantityStatus.allCases.count)
    var areas = [CompensatedSum](repeating: CompensatedSum(), count: counts.count)
    var computedRows = 0
    for row in rows {
      let status = credits.status[row]
      counts[Int(status.rawValue)] += 1
      if area[row] > 0 { areas[Int(status.rawValue)].add(area[row]) }
      guard status.isComputed else { continue }
      computedRows += 1
      computed.add(area[row])
      total.add(credits.creditTotal[row])
      perYear.add(credits.creditPerYear[row])
      positive.add(max(credits.creditTotal[row], 0))
    }
    let shares = QuantityStatus.allCases.compactMap { status -> ProjectCredit.Share? in
      let place = Int(status.rawValue)
      guard counts[place] > 0 else { return nil }
      return ProjectCredit.Share(status: status, rows: counts[place], area: areas[place].value)
    }
    let none = computedRows == 0
    return ProjectCredit(
      total: none ? .nan : floored(total.value, floor),
      perYear: none ? .nan : floored(perYear.value, floor),
      beforeFloor: none ? .nan : total.value,
      upperBound: none ? .nan : positive.value,
      computedRows: computedRows, computedArea: computed.value, shares: shares)
  }

  private static func floored(_ value: Double, _ floor: FloorRule) -> Double {
    switch floor {
    case .project: max(value, 0)
    case .subcompartment, .none: value
    }
  }
}
