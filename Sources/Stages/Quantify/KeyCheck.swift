internal import Geometry
internal import Inventory

/// Asks of rows matched by key whether they lie where the earlier row of that key lay.
///
/// A bureau that numbers its 小班 anew uses old numbers for other land, and a key would then compare
/// one stand with another. Boxes settle almost all rows; only where they differ is the overlay
/// asked.
struct KeyCheck: Sendable {
  /// Boxes whose borders differ by less than this part of their size hold the same 小班.
  static let sameBox = 0.05

  /// Later rows whose box does not even touch that of the key's earlier row.
  private(set) var elsewhere: [Int] = []
  /// Later rows for the overlay to decide.
  private(set) var doubtful: [Int] = []

  /// - Parameter earlierRow: the earlier row of each later row's key; -1 where there is none.
  init(earlierRow: [Int32], earlier: [Envelope], later: [Envelope]) {
    for (row, before) in earlierRow.enumerated() where before >= 0 {
      let (one, two) = (earlier[Int(before)], later[row])
      // Without a polygon at one date there is nothing to hold against the key.
      if one.isEmpty || two.isEmpty { continue }
      if !one.intersects(two) {
        elsewhere.append(row)
      } else if !Self.isSame(one, two) {
        doubtful.append(row)
      }
    }
  }

  private static func isSame(_ one: Envelope, _ two: Envelope) -> Bool {
    let reach = sameBox * min(max(one.width, one.height), max(two.width, two.height))
    return abs(one.minX - two.minX) <= reach && abs(one.maxX - two.maxX) <= reach
      && abs(one.minY - two.minY) <= reach && abs(one.maxY - two.maxY) <= reach
  }
}
