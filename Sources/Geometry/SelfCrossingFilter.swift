/// Tells polygons that are certainly valid from those that need a closer look.
///
/// Works with the overlay's exact predicates on its 0.1 mm grid and is several times faster than
/// a full check, so that only the few suspects go through a repair. On the grid it misses
/// nothing: a polygon that passes has rings that neither cross, touch nor overlap themselves or
/// each other, holes inside their shells and parts outside each other. Some valid polygons are
/// suspects too: those whose rings touch in a point, and details smaller than the grid.
public struct SelfCrossingFilter: Sendable {
  private var x: [Int32] = []
  private var y: [Int32] = []
  /// Where the edges of each ring stop; in the vertex arrays each ring has one place more.
  private var ringEnds: [Int] = []
  private var ringBoxes: [GridBox] = []
  /// All edges, ring after ring.
  private var table = EdgeTable()
  private var runs: [Range<Int>] = []
  private var buffer = PolygonBuffer()

  public init() {}

  /// Rows, in ascending order, that need a closer look.
  public mutating func suspects(in column: WKBColumn) throws(WKBError) -> [Int] {
    var rows: [Int] = []
    for row in 0..<column.count where try isSuspect(row: row, of: column) { rows.append(row) }
    return rows
  }

  /// Whether a row needs a closer look. A row without geometry does not.
  public mutating func isSuspect(row: Int, of column: WKBColumn) throws(WKBError) -> Bool {
    try WKBReader.read(row: row, of: column, into: &buffer)
    return isSuspect(buffer)
  }

  /// Whether a polygon needs a closer look.
  public mutating func isSuspect(_ polygon: PolygonBuffer) -> Bool {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    ringBoxes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    table.removeAll()
    x.reserveCapacity(polygon.x.count)
    y.reserveCapacity(polygon.x.count)
    let envelope = PlanarMeasures.envelope(of: polygon)
    guard !envelope.isEmpty else { return false }
    guard let frame = try? OverlayFrame(covering: CollectionOfOne(envelope)) else { return true }
    for ring in 0..<polygon.ringCount {
      guard append(polygon, ring, on: frame) else { return true }
    }
    var all = GridBox.empty
    _ = table.closeChunks(from: 0, &all)
    return ringsMeet() || !isNested(polygon)
  }

  /// False if the ring has no two dimensions on the grid, or turns straight back somewhere.
  private mutating func append(
    _ polygon: PolygonBuffer, _ ring: Int, on frame: OverlayFrame
  ) -> Bool {
    let first = x.count
    var box = GridBox.empty
    for point in polygon.points(ofRing: ring) {
      guard let place = frame.place(x: polygon.x[point], y: polygon.y[point]) else { return false }
      if x.count > first && x[x.count - 1] == place.x && y[y.count - 1] == place.y { continue }
      x.append(place.x)
      y.append(place.y)
      box.extend(place.x, place.y)
    }
    guard x.count - first >= 4 && !hasSpike(first..<x.count - 1) else { return false }
    var previous = -2
    table.append(x, y, first..<x.count - 1, meeting: box, &previous, &runs)
    ringEnds.append(table.count)
    ringBoxes.append(box)
    return true
  }

  /// Whether two neighbouring edges of a ring lie on each other.
  private func hasSpike(_ ring: Range<Int>) -> Bool {
    let (x, y) = (x.span, y.span)
    var a = ring.upperBound - 1
    for b in ring {
      let (ux, uy) = (Int64(x[b]) - Int64(x[a]), Int64(y[b]) - Int64(y[a]))
      let (vx, vy) = (Int64(x[b + 1]) - Int64(x[b]), Int64(y[b + 1]) - Int64(y[b]))
      // On one line and against each other: then along x or along y the signs differ.
      if ux &* vy == uy &* vx, (ux < 0) != (vx < 0) || (uy < 0) != (vy < 0) { return true }
      a = b
    }
    return false
  }

  /// Whether any two edges meet that are not neighbours.
  private func ringsMeet() -> Bool {
    let chunks = table.chunks.span
    for first in chunks.indices {
      let (from, box) = (chunks[first].first, chunks[first].box)
      for second in first..<chunks.count where chunks[second].box.meets(box) {
        let base = chunks[second].first
        var edges = table.lanesMeeting(from, chunks[second].box)
        while edges != 0 {
          let lane = edges.trailingZeroBitCount
          edges &= edges &- 1
          let edge = from &+ lane
          var hits = table.lanesMeeting(base, table.box(edge))
          // Every pair once, and with a single ring the next edge is a neighbour.
          if second == first { hits &= (ringEnds.count == 1 ? -4 : -2) &<< Int32(lane) }
          while hits != 0 {
            let other = base &+ hits.trailingZeroBitCount
            hits &= hits &- 1
            if meet(edge, other) { return true }
          }
        }
      }
    }
    return false
  }

  /// Whether edge `e` meets edge `g`, which comes after it and is no neighbour. Their boxes meet.
  private func meet(_ e: Int, _ g: Int) -> Bool {
    let (eax, eay, ebx, eby) = table.edge(e)
    let (gax, gay, gbx, gby) = table.edge(g)
    let e1 = Grid.cross(gax, gay, gbx, gby, eax, eay)
    let e2 = Grid.cross(gax, gay, gbx, gby, ebx, eby)
    if (e1 > 0 && e2 > 0) || (e1 < 0 && e2 < 0) { return false }
    let g1 = Grid.cross(eax, eay, ebx, eby, gax, gay)
    let g2 = Grid.cross(eax, eay, ebx, eby, gbx, gby)
    if (g1 > 0 && g2 > 0) || (g1 < 0 && g2 < 0) { return false }
    // Neither lies to one side of the other. If they are on one line, their boxes decide, and
    // these meet; otherwise they have a point in common.
    return !areNeighbours(e, g)
  }

  private func areNeighbours(_ e: Int, _ g: Int) -> Bool {
    if g == e + 1 { return !ringEnds.contains(g) }
    var start = 0
    for end in ringEnds {
      if e == start && g == end - 1 { return true }
      if end > e { break }
      start = end
    }
    return false
  }

  /// Whether rings that do not meet lie in each other as their roles ask.
  private func isNested(_ polygon: PolygonBuffer) -> Bool {
    if polygon.ringCount == 1 { return true }
    for part in 0..<polygon.partCount {
      let rings = polygon.rings(ofPart: part)
      let shell = rings.lowerBound
      for hole in rings.dropFirst() {
        guard contains(shell, firstVertexOf: hole) else { return false }
        for other in rings.dropFirst() where other != hole {
          if contains(other, firstVertexOf: hole) { return false }
        }
      }
      for other in 0..<polygon.partCount where other != part {
        let others = polygon.rings(ofPart: other)
        guard contains(others.lowerBound, firstVertexOf: shell) else { continue }
        // It must lie in a hole of the other part.
        if !others.dropFirst().contains(where: { contains($0, firstVertexOf: shell) }) {
          return false
        }
      }
    }
    return true
  }

  private func contains(_ ring: Int, firstVertexOf other: Int) -> Bool {
    let (px, py, _, _) = table.edge(other == 0 ? 0 : ringEnds[other - 1])
    guard ringBoxes[ring].contains(px, py) else { return false }
    var inside = false
    for edge in (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring] {
      let (ax, ay, bx, by) = table.edge(edge)
      let up = by > py
      if (ay > py) == up { continue }
      if (Grid.cross(ax, ay, bx, by, px, py) > 0) == up { inside.toggle() }
    }
    return inside
  }
}
