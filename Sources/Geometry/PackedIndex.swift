/// A packed R-tree over the rows of a layer: built once, then only asked.
///
/// Rows are sorted into vertical slices by the middle of their boxes and by height within a
/// slice, then packed sixteen to a node without gaps. Rows with an empty envelope are left out.
/// Source: Leutenegger, Lopez, Edgington, "STR: a simple and efficient algorithm for R-tree
/// packing", ICDE 1997.
public struct PackedIndex: Sendable {
  private static let nodeSize = 16

  /// Boxes of all nodes, level by level from the leaves up; a leaf is the box of one row.
  private var boxes: [Envelope] = []
  /// Row of each leaf.
  private var rows: [Int32] = []
  /// Where the boxes of each level start, and the end of the last one.
  private var levels: [Int] = [0]

  /// Number of rows in the index.
  public var count: Int { rows.count }

  /// - Parameter envelopes: one for each row; the position is the row number.
  public init(_ envelopes: [Envelope]) {
    rows.reserveCapacity(envelopes.count)
    for row in envelopes.indices where !envelopes[row].isEmpty {
      rows.append(Int32(row))
    }
    guard !rows.isEmpty else { return }

    // Twice the middle: sorting needs no more. The row number settles ties.
    func sort(_ range: Range<Int>, by key: (Envelope) -> Double) {
      var keyed = rows[range].map { (key: key(envelopes[Int($0)]), row: $0) }
      keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
      for (place, item) in zip(range, keyed) { rows[place] = item.row }
    }
    let leaves = (rows.count + Self.nodeSize - 1) / Self.nodeSize
    var slices = 1
    while slices * slices < leaves { slices += 1 }
    let perSlice = (leaves + slices - 1) / slices * Self.nodeSize
    sort(0..<rows.count) { $0.minX + $0.maxX }
    for first in stride(from: 0, to: rows.count, by: perSlice) {
      sort(first..<min(first + perSlice, rows.count)) { $0.minY + $0.maxY }
    }

    boxes.reserveCapacity(rows.count + rows.count / (Self.nodeSize - 1) + 4)
    for row in rows { boxes.append(envelopes[Int(row)]) }
    levels.append(boxes.count)
    while levels[levels.count - 1] - levels[levels.count - 2] > 1 {
      let level = levels[levels.count - 2]..<levels[levels.count - 1]
      for first in stride(from: level.lowerBound, to: level.upperBound, by: Self.nodeSize) {
        boxes.append(Envelope(union: boxes[first..<min(first + Self.nodeSize, level.upperBound)]))
      }
      levels.append(boxes.count)
    }
  }

  /// Row numbers, in ascending order, whose envelope shares a point with `query`.
  public func rows(meeting query: Envelope) -> [Int] {
    var found: [Int] = []
    rows(meeting: query, into: &found)
    return found
  }

  /// Replaces the contents of `found` by the rows, in ascending order, whose envelope shares a
  /// point with `query`.
  public func rows(meeting query: Envelope, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    guard !rows.isEmpty, boxes[boxes.count - 1].intersects(query) else { return }
    descend(level: levels.count - 2, node: 0, query, &found)
    found.sort()
  }

  private func descend(level: Int, node: Int, _ query: Envelope, _ found: inout [Int]) {
    if level == 0 {
      found.append(Int(rows[node]))
      return
    }
    let start = levels[level - 1]
    let first = start + node * Self.nodeSize
    let end = min(first + Self.nodeSize, levels[level])
    for child in first..<end where boxes[child].intersects(query) {
      descend(level: level - 1, node: child - start, query, &found)
    }
  }
}
