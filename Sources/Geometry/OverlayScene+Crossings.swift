extension OverlayScene {
  /// Finds all places where edges of different polygons cross and sorts them along the edges.
  mutating func findCrossings(_ layers: [OverlayLayer]) {
    for first in polygons.indices where !polygons[first].chunks.isEmpty {
      for second in polygons.indices where second > first && !polygons[second].chunks.isEmpty {
        if polygons[first].box.meets(polygons[second].box) { cross(first, second, layers) }
      }
    }
    crossings.sort {
      if $0.edge != $1.edge { return $0.edge < $1.edge }
      if $0.place != $1.place { return $0.place < $1.place }
      return $0.other < $1.other
    }
  }

  private mutating func cross(_ first: Int, _ second: Int, _ layers: [OverlayLayer]) {
    let (one, other) = (layers[polygons[first].layer], layers[polygons[second].layer])
    let (xs, ys, otherXs, otherYs) = (one.x, one.y, other.x, other.y)
    let (x, y, otherX, otherY) = (xs.span, ys.span, otherXs.span, otherYs.span)
    let all = table.chunks
    let chunks = all.span
    let secondChunks = polygons[second].chunks
    let secondBox = polygons[second].box
    for chunk in polygons[first].chunks where chunks[chunk].box.meets(secondBox) {
      for other in secondChunks where chunks[other].box.meets(chunks[chunk].box) {
        var lanes = chunks[chunk].lanes(meeting: chunks[other].box)
        while lanes != 0 {
          let lane = lanes.trailingZeroBitCount
          lanes &= lanes &- 1
          var hits = chunks[other].lanes(meeting: chunks[chunk].box(lane: lane))
          if hits == 0 { continue }
          let e = Edge(chunk, lane, x, y, chunks[chunk].vertex)
          while hits != 0 {
            let lane = hits.trailingZeroBitCount
            hits &= hits &- 1
            cross(first, e, second, Edge(other, lane, otherX, otherY, chunks[other].vertex))
          }
        }
      }
    }
  }

  /// An edge of the scene.
  private struct Edge {
    let number: Int
    let ax: Int32
    let ay: Int32
    let bx: Int32
    let by: Int32

    @inline(__always)
    init(_ chunk: Int, _ lane: Int, _ x: Span<Int32>, _ y: Span<Int32>, _ first: Int) {
      number = chunk &* EdgeTable.chunkEdges &+ lane
      let vertex = first &+ lane
      ax = x[vertex]
      ay = y[vertex]
      bx = x[vertex &+ 1]
      by = y[vertex &+ 1]
    }
  }

  /// Records where edge `e` of polygon `first` crosses edge `g` of polygon `second`, if it does.
  @inline(__always)
  private mutating func cross(_ first: Int, _ e: Edge, _ second: Int, _ g: Edge) {
    let e1 = Grid.cross(g.ax, g.ay, g.bx, g.by, e.ax, e.ay)
    let e2 = Grid.cross(g.ax, g.ay, g.bx, g.by, e.bx, e.by)
    // The second polygon is moved further than the first.
    if Grid.isLeft(e1, g.ax, g.ay, g.bx, g.by, ahead: false)
      == Grid.isLeft(e2, g.ax, g.ay, g.bx, g.by, ahead: false)
    {
      return
    }
    let g1 = Grid.cross(e.ax, e.ay, e.bx, e.by, g.ax, g.ay)
    let g2 = Grid.cross(e.ax, e.ay, e.bx, e.by, g.bx, g.by)
    if Grid.isLeft(g1, e.ax, e.ay, e.bx, e.by, ahead: true)
      == Grid.isLeft(g2, e.ax, e.ay, e.bx, e.by, ahead: true)
    {
      return
    }
    // Exact numerators of opposite sign: nothing cancels, and not both are zero, because two
    // zeros would have been given the same side.
    let e1Value = Double(e1)
    let g1Value = Double(g1)
    let onE = e1Value / (e1Value - Double(e2))
    let onG = g1Value / (g1Value - Double(g2))
    // One point for both boundaries, so that what they enclose is closed.
    let x = Double(Int64(e.ax) &- Int64(box.minX)) + onE * Double(Int64(e.bx) &- Int64(e.ax))
    let y = Double(Int64(e.ay) &- Int64(box.minY)) + onE * Double(Int64(e.by) &- Int64(e.ay))
    crossings.append(
      Crossing(edge: Int32(e.number), other: Int32(second), place: onE, x: x, y: y))
    crossings.append(
      Crossing(edge: Int32(g.number), other: Int32(first), place: onG, x: x, y: y))
  }
}
