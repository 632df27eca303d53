/// Which 小班 of an earlier survey is the same as which of a later one, by key.
public struct SurveyMatch: Sendable, Equatable {
  /// For every row of the later survey, the row of the earlier one; -1 where there is none.
  public private(set) var earlierRow: [Int32]
  /// Rows of the earlier survey that no later row continues, in order.
  public private(set) var unmatchedEarlier: [Int]

  /// Matches two surveys. Within a survey keys are taken to be distinct (a quality rule sees to
  /// it); if they are not, the first row of a key is the one matched.
  public init(earlier: SubcompartmentColumns, later: SubcompartmentColumns) {
    var index = KeyIndex()
    var firstRows: [Int32] = []
    for row in 0..<earlier.count {
      let (_, isNew) = index.insert(earlier.key.bytes[earlier.key.byteRange(row)])
      if isNew { firstRows.append(Int32(row)) }
    }
    var used = [Bool](repeating: false, count: earlier.count)
    var earlierRow: [Int32] = []
    earlierRow.reserveCapacity(later.count)
    for row in 0..<later.count {
      if let number = index.number(later.key.bytes[later.key.byteRange(row)]) {
        earlierRow.append(firstRows[number])
        used[Int(firstRows[number])] = true
      } else {
        earlierRow.append(-1)
      }
    }
    self.earlierRow = earlierRow
    unmatchedEarlier = used.indices.filter { !used[$0] }
  }

  public var matchedCount: Int { earlierRow.count { $0 >= 0 } }
}
