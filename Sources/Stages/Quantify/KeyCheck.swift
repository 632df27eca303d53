internal import Geometry
internal import Inventory

/// Asks of rows matched by key whether they lie where the earlier row of that key lay.
///
/// A bureau that numbers its 小班 anew uses old numbers for other land, and a key would then compare
/// one stand with another; and a border that moved brings a neighbour's stand under a key that held.
/// Polygons that were only copied from survey to survey need no more than a glance; about the
/// others the overlay is asked.
struct KeyCheck: Sendable {
  /// Metres within which points of two surveys are the same point, carried through another system.
  static let samePoint = 0.02

  /// Later rows whose box does not even touch that of the key's earlier row.
  private(set) var elsewhere: [Int] = []
  /// Later rows for the overlay to decide.
  private(set) var doubtful: [Int] = []

  /// - Parameter earlierRow: the earlier row of each later row's key; -1 where there is none.
  init(earlierRow: [Int32], earlier: WKBColumn, later: WKBColumn) throws(WKBError) {
    let boxes = (
      try PlanarMeasures.envelopes(of: earlier), try PlanarMeasures.envelopes(of: later)
    )
    for (row, before) in earlierRow.enumerated() where before >= 0 {
      let (one, two) = (boxes.0[Int(before)], boxes.1[row])
      // Without a polygon at one date there is nothing to hold against the key.
      if one.isEmpty || two.isEmpty { continue }
      if !one.intersects(two) {
        elsewhere.append(row)
      } else if !(try PlanarMeasures.hasSamePoints(
        Int(before), of: earlier, as: row, of: later, within: Self.samePoint))
      {
        doubtful.append(row)
      }
    }
  }
}
