/// Finds the land that a group of polygons encloses and does not cover: slivers between neighbours
/// and patches left blank.
///
/// Edges that two polygons share cancel out; what is left runs around the group, with the group on
/// its left. Linked at every vertex to the next edge around the land on the right, these edges form
/// loops: those that run counterclockwise bound the group, those that run clockwise bound land inside
/// it that no polygon covers. Where neighbours overlap and gape in turn along one border, a loop
/// counts the difference; overlaps are for `OverlayKernel` to measure.
///
/// It keeps its scratch memory: make one for each worker.
public struct CoverageGaps: Sendable {
  /// A directed edge that did not cancel, on the grid.
  private struct Edge {
    var ax: Int32
    var ay: Int32
    var bx: Int32
    var by: Int32
  }

  /// Open addressing: for each slot the edge in its canonical direction, and how often it was met
  /// that way less how often the other way.
  private var slots: [Edge] = []
  private var counts: [Int32] = []
  private var isTaken: [Bool] = []
  private var used: [Int32] = []

  public init() {}

  /// The areas, m², of the gaps among some rows of a layer, in the order of their lowest vertex.
  ///
  /// - Parameters:
  ///   - rows: such as the 小班 of a village.
  ///   - smallest: loops of less, m², are rounding and left out.
  public mutating func areas(
    of layer: OverlayLayer, rows: [Int], smallest: Double = 0.01
  ) -> [Double] {
    reset(edges: rows.reduce(0) { $0 + layer.edgeCount(ofRow: $1) })
    for row in rows {
      layer.forEachEdge(ofRow: row) { ax, ay, bx, by in add(ax, ay, bx, by) }
    }
    let cell = 1 / OverlayFrame.cellsPerMetre
    var gaps: [(loop: [Edge], start: Edge, area: Double)] = []
    var islands: [(edge: Edge, area: Double)] = []
    for loop in Self.loops(remaining()) {
      guard let start = loop.min(by: { ($0.ay, $0.ax) < ($1.ay, $1.ax) }) else { continue }
      let area = Self.twiceArea(loop) / 2 * cell * cell
      if area < 0 { gaps.append((loop, start, -area)) } else { islands.append((start, area)) }
    }
    gaps.sort { ($0.area, $0.start.ay, $0.start.ax) < ($1.area, $1.start.ay, $1.start.ax) }
    // Polygons that stand in a gap are no part of it; the smallest gap around them is theirs.
    for island in islands {
      guard
        let around = gaps.indices.first(where: {
          gaps[$0].area > island.area && Self.contains(gaps[$0].loop, island.edge)
        })
      else { continue }
      gaps[around].area -= island.area
    }
    return gaps.filter { $0.area >= smallest }
      .sorted { ($0.start.ay, $0.start.ax, $0.area) < ($1.start.ay, $1.start.ax, $1.area) }
      .map(\.area)
  }

  /// Whether the middle of an edge lies within a loop, by the parity of the edges to its right.
  private static func contains(_ loop: [Edge], _ edge: Edge) -> Bool {
    // Twice all coordinates, so that the middle is a whole number.
    let (x, y) = (Int64(edge.ax) + Int64(edge.bx), Int64(edge.ay) + Int64(edge.by))
    var isInside = false
    for side in loop {
      let (ay, by) = (2 * Int64(side.ay), 2 * Int64(side.by))
      if (ay > y) == (by > y) { continue }
      let (ax, bx) = (2 * Int64(side.ax), 2 * Int64(side.bx))
      let cross = Int128(bx - ax) * Int128(y - ay) - Int128(by - ay) * Int128(x - ax)
      if (cross > 0) == (by > ay) { isInside.toggle() }
    }
    return isInside
  }

  private mutating func reset(edges: Int) {
    used.removeAll(keepingCapacity: true)
    var size = 1024
    while size < 2 * edges { size *= 2 }
    guard size > slots.count else { return }
    slots = [Edge](repeating: Edge(ax: 0, ay: 0, bx: 0, by: 0), count: size)
    counts = [Int32](repeating: 0, count: size)
    isTaken = [Bool](repeating: false, count: size)
  }

  private mutating func add(_ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32) {
    let isForward = (ax, ay) < (bx, by)
    let edge =
      isForward ? Edge(ax: ax, ay: ay, bx: bx, by: by) : Edge(ax: bx, ay: by, bx: ax, by: ay)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(edge)) & mask
    while isTaken[slot] {
      let other = slots[slot]
      if other.ax == edge.ax, other.ay == edge.ay, other.bx == edge.bx, other.by == edge.by {
        counts[slot] += isForward ? 1 : -1
        return
      }
      slot = (slot + 1) & mask
    }
    isTaken[slot] = true
    used.append(Int32(slot))
    slots[slot] = edge
    counts[slot] = isForward ? 1 : -1
  }

  /// What did not cancel, each edge once, and the table made empty.
  private mutating func remaining() -> [Edge] {
    var edges: [Edge] = []
    for slot in used {
      let (edge, count) = (slots[Int(slot)], counts[Int(slot)])
      isTaken[Int(slot)] = false
      if count > 0 { edges.append(edge) }
      if count < 0 { edges.append(Edge(ax: edge.bx, ay: edge.by, bx: edge.ax, by: edge.ay)) }
    }
    return edges
  }

  private static func hash(_ edge: Edge) -> UInt64 {
    let a = UInt64(UInt32(bitPattern: edge.ax)) << 32 | UInt64(UInt32(bitPattern: edge.ay))
    let b = UInt64(UInt32(bitPattern: edge.bx)) << 32 | UInt64(UInt32(bitPattern: edge.by))
    var z = a &* 0x9E37_79B9_7F4A_7C15 ^ b &* 0xC2B2_AE3D_27D4_EB4F
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return z ^ (z >> 29)
  }

  /// Twice the signed area of a loop, in cells.
  private static func twiceArea(_ loop: [Edge]) -> Double {
    guard let first = loop.first else { return 0 }
    var twice: Int128 = 0
    for edge in loop {
      twice += Int128(Grid.cross(first.ax, first.ay, edge.ax, edge.ay, edge.bx, edge.by))
    }
    return Double(twice)
  }

  // MARK: Loops

  /// One end of an edge at a vertex.
  private struct Ray {
    var edge: Int
    var isIncoming: Bool
    /// Away from the vertex.
    var dx: Int64
    var dy: Int64
  }

  private static func loops(_ edges: [Edge]) -> [[Edge]] {
    // Both ends of every edge, sorted by their vertex.
    var ends: [(x: Int32, y: Int32, edge: Int32, isIncoming: Bool)] = []
    ends.reserveCapacity(2 * edges.count)
    for (number, edge) in edges.enumerated() {
      ends.append((edge.ax, edge.ay, Int32(number), false))
      ends.append((edge.bx, edge.by, Int32(number), true))
    }
    ends.sort { ($0.y, $0.x, $0.edge) < ($1.y, $1.x, $1.edge) }
    var next = [Int](repeating: -1, count: edges.count)
    var first = 0
    while first < ends.count {
      var end = first + 1
      while end < ends.count, ends[end].x == ends[first].x, ends[end].y == ends[first].y {
        end += 1
      }
      link(
        ends[first..<end].map { item in
          let edge = edges[Int(item.edge)]
          let (dx, dy) = (Int64(edge.bx) - Int64(edge.ax), Int64(edge.by) - Int64(edge.ay))
          return Ray(
            edge: Int(item.edge), isIncoming: item.isIncoming, dx: item.isIncoming ? -dx : dx,
            dy: item.isIncoming ? -dy : dy)
        }, &next)
      first = end
    }
    var isDone = [Bool](repeating: false, count: edges.count)
    var loops: [[Edge]] = []
    for start in edges.indices where !isDone[start] {
      var loop: [Edge] = []
      var edge = start
      while edge >= 0, !isDone[edge] {
        isDone[edge] = true
        loop.append(edges[edge])
        edge = next[edge]
      }
      // Edges that several polygons share in one direction leave ends without a partner.
      if edge == start { loops.append(loop) }
    }
    return loops
  }

  /// Links every incoming edge of a vertex to the first outgoing one counterclockwise of it that no
  /// other one between them takes: the border of the land on its right goes on there.
  private static func link(_ rays: [Ray], _ next: inout [Int]) {
    if rays.count == 2 {
      let (a, b) = (rays[0], rays[1])
      if a.isIncoming, !b.isIncoming { next[a.edge] = b.edge }
      if b.isIncoming, !a.isIncoming { next[b.edge] = a.edge }
      return
    }
    // Where two point the same way, the incoming one comes first: there is no land between them.
    let sorted = rays.sorted { a, b in
      let (first, second) = (isLower(a), isLower(b))
      if first != second { return second }
      let cross = a.dx * b.dy - a.dy * b.dx
      if cross != 0 { return cross > 0 }
      if a.isIncoming != b.isIncoming { return a.isIncoming }
      return a.edge < b.edge
    }
    var open: [Int] = []
    var taken = Set<Int>()
    for _ in 0..<2 {
      for ray in sorted {
        if ray.isIncoming {
          if next[ray.edge] < 0, !open.contains(ray.edge) { open.append(ray.edge) }
        } else if !taken.contains(ray.edge), let last = open.popLast() {
          next[last] = ray.edge
          taken.insert(ray.edge)
        }
      }
    }
  }

  /// Whether a direction lies in 180° up to 360°.
  private static func isLower(_ ray: Ray) -> Bool {
    ray.dy < 0 || (ray.dy == 0 && ray.dx < 0)
  }
}

extension OverlayLayer {
  /// The number of edges of a row.
  func edgeCount(ofRow row: Int) -> Int {
    chunks(ofRow: row).reduce(0) { $0 + Int(chunkCount[$1]) }
  }

  /// Gives every edge of a row; the polygon lies to its left.
  func forEachEdge(
    ofRow row: Int, _ body: (_ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32) -> Void
  ) {
    for chunk in chunks(ofRow: row) {
      let first = Int(chunkFirst[chunk])
      for vertex in first..<first + Int(chunkCount[chunk]) {
        body(x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
      }
    }
  }
}
