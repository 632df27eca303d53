extension OverlayScene {
  /// Finds all places where edges of different polygons cross and sorts them along the edges.
  mutating func findCrossings() {
    for first in polygons.indices where !polygons[first].chunks.isEmpty {
      for second in polygons.indices where second > first && !polygons[second].chunks.isEmpty {
        if polygons[first].box.meets(polygons[second].box) { cross(first, second) }
      }
    }
    crossings.sort {
      if $0.edge != $1.edge { return $0.edge < $1.edge }
      if $0.place != $1.place { return $0.place < $1.place }
      return $0.other < $1.other
    }
  }

  private mutating func cross(_ first: Int, _ second: Int) {
    let firstChunks = polygons[first].chunks
    let secondChunks = polygons[second].chunks
    let secondBox = polygons[second].box
    for chunk in firstChunks {
      let box = table.chunks[chunk].box
      guard box.meets(secondBox) else { continue }
      let from = table.chunks[chunk].first
      for other in secondChunks where table.chunks[other].box.meets(box) {
        let base = table.chunks[other].first
        var edges = table.lanesMeeting(from, table.chunks[other].box)
        while edges != 0 {
          let edge = from &+ edges.trailingZeroBitCount
          edges &= edges &- 1
          var hits = table.lanesMeeting(base, table.box(edge))
          while hits != 0 {
            cross(first, edge, second, base &+ hits.trailingZeroBitCount)
            hits &= hits &- 1
          }
        }
      }
    }
  }

  /// Records where edge `e` of polygon `first` crosses edge `g` of polygon `second`, if it does.
  @inline(__always)
  private mutating func cross(_ first: Int, _ e: Int, _ second: Int, _ g: Int) {
    let (eax, eay, ebx, eby) = table.edge(e)
    let (gax, gay, gbx, gby) = table.edge(g)
    let e1 = Grid.cross(gax, gay, gbx, gby, eax, eay)
    let e2 = Grid.cross(gax, gay, gbx, gby, ebx, eby)
    // The second polygon is moved further than the first.
    if Grid.isLeft(e1, gax, gay, gbx, gby, ahead: false)
      == Grid.isLeft(e2, gax, gay, gbx, gby, ahead: false)
    {
      return
    }
    let g1 = Grid.cross(eax, eay, ebx, eby, gax, gay)
    let g2 = Grid.cross(eax, eay, ebx, eby, gbx, gby)
    if Grid.isLeft(g1, eax, eay, ebx, eby, ahead: true)
      == Grid.isLeft(g2, eax, eay, ebx, eby, ahead: true)
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
    let x = Double(Int64(eax) &- Int64(box.minX)) + onE * Double(Int64(ebx) &- Int64(eax))
    let y = Double(Int64(eay) &- Int64(box.minY)) + onE * Double(Int64(eby) &- Int64(eay))
    crossings.append(
      Crossing(edge: Int32(e), other: Int32(second), place: onE, x: x, y: y))
    crossings.append(
      Crossing(edge: Int32(g), other: Int32(first), place: onG, x: x, y: y))
  }
}
