/// Tells polygons that are certainly valid from those that need a closer look.
///
/// Works with the overlay's exact predicates on its 0.1 mm grid and is several times faster than
/// a full check, so that only the few suspects go through a repair. On the grid it misses
/// nothing: a polygon that passes has rings that neither cross, touch nor overlap themselves or
/// each other, holes inside their shells and parts outside each other. Some valid polygons are
/// suspects too: those whose rings touch in a point, details smaller than the grid, and polygons
/// that reach more than 100 km away from their first vertex.
public struct SelfCrossingFilter: Sendable {
  private struct Ring: Sendable {
    /// Its edges start at these vertices and end at the next one.
    var vertices: Range<Int>
    /// Its chunks in the table; edges are numbered as there, sixteen to a chunk.
    var chunks: Range<Int>
    var isShell: Bool
    var box: GridBox

    var firstEdge: Int { chunks.lowerBound * EdgeTable.chunkEdges }
    var lastEdge: Int { firstEdge + vertices.count - 1 }
  }

  /// Vertices of the rings, each ring closed, and room for more.
  private var x: [Int32] = []
  private var y: [Int32] = []
  private var rings: [Ring] = []
  private var chunkBoxes: [GridBox] = []
  private var table = EdgeTable()
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
    let bytes = unsafe column.bytes.span.bytes
    if let isSound = try? isSound(bytes, column.byteRange(row)), isSound { return false }
    // A full reading tells what cannot be read from what is only wrong.
    try WKBReader.read(row: row, of: column, into: &buffer)
    return !buffer.isEmpty
  }

  /// Whether a polygon needs a closer look.
  public mutating func isSuspect(_ polygon: PolygonBuffer) -> Bool {
    var column = WKBColumn()
    column.append(polygon)
    // What cannot be read, such as a place that is no number, needs one.
    return (try? isSuspect(row: 0, of: column)) ?? true
  }

  /// Whether a geometry is a valid polygon for sure.
  private mutating func isSound(_ bytes: RawSpan, _ range: Range<Int>) throws(WKBError) -> Bool {
    rings.removeAll(keepingCapacity: true)
    chunkBoxes.removeAll(keepingCapacity: true)
    // A point takes sixteen bytes; the table looks at a chunk of vertices more.
    let room = range.count / 16 + EdgeTable.chunkEdges
    if x.count < room {
      x = [Int32](repeating: 0, count: 2 * room)
      y = x
    }
    var steps = try WKBRings(bytes, range)
    var frame: OverlayFrame?
    var all = GridBox.empty
    var next = 0
    while let ring = try steps.next(bytes) {
      guard ring.count >= 4, Self.isClosed(bytes, ring) else { return false }
      frame = frame ?? Self.frame(bytes, ring)
      guard let frame,
        let placed = Self.place(bytes, ring, on: frame, &x, &y, from: next, &chunkBoxes)
      else { return false }
      rings.append(placed)
      all.formUnion(placed.box)
      next = placed.vertices.upperBound + 1
    }
    if rings.isEmpty { return true }
    table.begin(all)
    for ring in rings { table.append(x, y, chain: ring.vertices, chunkBoxes[ring.chunks]) }
    return !ringsMeet() && isNested()
  }

  private static func isClosed(_ bytes: RawSpan, _ ring: WKBRings.Ring) -> Bool {
    let last = ring.offset + (ring.count - 1) * ring.stride
    return WKBRings.double(bytes, ring.offset, ring.bigEndian)
      == WKBRings.double(bytes, last, ring.bigEndian)
      && WKBRings.double(bytes, ring.offset + 8, ring.bigEndian)
        == WKBRings.double(bytes, last + 8, ring.bigEndian)
  }

  /// The frame with a ring's first vertex in its middle.
  private static func frame(_ bytes: RawSpan, _ ring: WKBRings.Ring) -> OverlayFrame? {
    let x = WKBRings.double(bytes, ring.offset, ring.bigEndian)
    let y = WKBRings.double(bytes, ring.offset + 8, ring.bigEndian)
    return try? OverlayFrame(around: Envelope(minX: x, minY: y, maxX: x, maxY: y))
  }

  /// Puts a closed ring on the grid, repeated vertices dropped. Nil if it lies outside the frame, has
  /// no two dimensions on the grid, or turns straight back somewhere.
  private static func place(
    _ bytes: RawSpan, _ ring: WKBRings.Ring, on frame: OverlayFrame, _ allX: inout [Int32],
    _ allY: inout [Int32], from first: Int, _ chunkBoxes: inout [GridBox]
  ) -> Ring? {
    var x = allX.mutableSpan
    var y = allY.mutableSpan
    let firstChunk = chunkBoxes.count
    var chunk = GridBox.empty
    var next = first
    var offset = ring.offset
    var last: (x: Int32, y: Int32) = (-1, -1)
    // The edge before, as a way; none yet.
    var way: (x: Int64, y: Int64) = (0, 0)
    var turnsBack = false
    for _ in 0..<ring.count {
      guard
        let place = frame.place(
          x: WKBRings.double(bytes, offset, ring.bigEndian),
          y: WKBRings.double(bytes, offset + 8, ring.bigEndian))
      else { return nil }
      offset += ring.stride
      if place == last { continue }
      if next > first {
        let on = (x: Int64(place.x) - Int64(last.x), y: Int64(place.y) - Int64(last.y))
        turnsBack = turnsBack || areOpposite(way, on)
        way = on
      }
      x[next] = place.x
      y[next] = place.y
      chunk.extend(place.x, place.y)
      // The vertex that ends a chunk begins the next one.
      if (next - first) % EdgeTable.chunkEdges == 0, next > first {
        chunkBoxes.append(chunk)
        chunk = .empty
        chunk.extend(place.x, place.y)
      }
      next += 1
      last = place
    }
    guard next - first >= 4, !turnsBack else { return nil }
    let start = (
      x: Int64(x[first + 1]) - Int64(x[first]), y: Int64(y[first + 1]) - Int64(y[first])
    )
    if areOpposite(way, start) { return nil }
    if (next - 1 - first) % EdgeTable.chunkEdges != 0 { chunkBoxes.append(chunk) }
    var box = GridBox.empty
    for chunk in chunkBoxes[firstChunk...] { box.formUnion(chunk) }
    return Ring(
      vertices: first..<next - 1, chunks: firstChunk..<chunkBoxes.count, isShell: ring.isShell,
      box: box)
  }

  /// Whether two ways lie on one line and against each other.
  @inline(__always)
  private static func areOpposite(_ one: (x: Int64, y: Int64), _ other: (x: Int64, y: Int64))
    -> Bool
  {
    one.x &* other.y == one.y &* other.x && one.x &* other.x &+ one.y &* other.y < 0
  }

  /// Whether any two edges meet that are not neighbours.
  private func ringsMeet() -> Bool {
    let chunks = table.chunks.span
    let (x, y) = (x.span, y.span)
    for first in chunks.indices {
      for second in first..<chunks.count where chunks[second].box.meets(chunks[first].box) {
        var lanes = chunks[first].lanes(meeting: chunks[second].box)
        while lanes != 0 {
          let lane = lanes.trailingZeroBitCount
          lanes &= lanes &- 1
          var hits = chunks[second].lanes(meeting: chunks[first].box(lane: lane))
          // Every pair once; the next edge is a neighbour, unless it begins another ring, as it never
          // does within a chunk.
          if second == first { hits &= ~3 &<< UInt32(lane) }
          while hits != 0 {
            let other = hits.trailingZeroBitCount
            hits &= hits &- 1
            let (e, g) = (chunks[first].vertex &+ lane, chunks[second].vertex &+ other)
            if Self.meet(x, y, e, g),
              !areNeighbours(
                first &* EdgeTable.chunkEdges &+ lane, second &* EdgeTable.chunkEdges &+ other)
            {
              return true
            }
          }
        }
      }
    }
    return false
  }

  /// Whether the edges that start at two vertices meet.
  @inline(__always)
  private static func meet(_ x: Span<Int32>, _ y: Span<Int32>, _ e: Int, _ g: Int) -> Bool {
    let (eax, eay, ebx, eby) = (x[e], y[e], x[e &+ 1], y[e &+ 1])
    let (gax, gay, gbx, gby) = (x[g], y[g], x[g &+ 1], y[g &+ 1])
    let e1 = Grid.cross(gax, gay, gbx, gby, eax, eay)
    let e2 = Grid.cross(gax, gay, gbx, gby, ebx, eby)
    if (e1 > 0 && e2 > 0) || (e1 < 0 && e2 < 0) { return false }
    let g1 = Grid.cross(eax, eay, ebx, eby, gax, gay)
    let g2 = Grid.cross(eax, eay, ebx, eby, gbx, gby)
    if (g1 > 0 && g2 > 0) || (g1 < 0 && g2 < 0) { return false }
    // Neither lies to one side of the other. If they are on one line, their boxes decide; otherwise
    // they have a point in common.
    if e1 != 0 || e2 != 0 || g1 != 0 || g2 != 0 { return true }
    var (one, other) = (GridBox.empty, GridBox.empty)
    one.extend(eax, eay)
    one.extend(ebx, eby)
    other.extend(gax, gay)
    other.extend(gbx, gby)
    return one.meets(other)
  }

  /// Whether edge `g`, which comes after `e`, continues it or closes the ring that `e` begins.
  private func areNeighbours(_ e: Int, _ g: Int) -> Bool {
    rings.contains { ring in
      e >= ring.firstEdge && g <= ring.lastEdge
        && (g == e + 1 || e == ring.firstEdge && g == ring.lastEdge)
    }
  }

  /// Whether rings that do not meet lie in each other as their roles ask.
  private func isNested() -> Bool {
    if rings.count == 1 { return true }
    // The shells; the holes of each follow it.
    let shells = rings.indices.filter { rings[$0].isShell }
    for (part, shell) in shells.enumerated() {
      let holes = shell + 1..<(part + 1 < shells.count ? shells[part + 1] : rings.count)
      for hole in holes {
        guard contains(shell, firstVertexOf: hole) else { return false }
        for other in holes where other != hole {
          if contains(other, firstVertexOf: hole) { return false }
        }
      }
      for other in shells where other != shell && contains(shell, firstVertexOf: other) {
        // It must lie in a hole of this part.
        if !holes.contains(where: { contains($0, firstVertexOf: other) }) { return false }
      }
    }
    return true
  }

  private func contains(_ ring: Int, firstVertexOf other: Int) -> Bool {
    let (px, py) = (x[rings[other].vertices.lowerBound], y[rings[other].vertices.lowerBound])
    guard rings[ring].box.contains(px, py) else { return false }
    var inside = false
    for a in rings[ring].vertices {
      let up = y[a + 1] > py
      if (y[a] > py) == up { continue }
      if (Grid.cross(x[a], y[a], x[a + 1], y[a + 1], px, py) > 0) == up { inside.toggle() }
    }
    return inside
  }
}
