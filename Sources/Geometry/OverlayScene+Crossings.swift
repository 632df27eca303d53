extension OverlayScene {
  /// Bit k for lane k.
  private static let lanes = SIMD16<Int32>(
    1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)

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
    let secondBox = polygons[second].box
    for chunk in polygons[first].chunks {
      let (from, end, box) = (chunks[chunk].first, chunks[chunk].end, chunks[chunk].box)
      guard box.meets(secondBox) else { continue }
      for other in polygons[second].chunks where chunks[other].box.meets(box) {
        let otherBox = chunks[other].box
        let base = chunks[other].first
        for edge in from..<end {
          let minX = edgeMinX[edge]
          let minY = edgeMinY[edge]
          let maxX = edgeMaxX[edge]
          let maxY = edgeMaxY[edge]
          guard
            minX <= otherBox.maxX && otherBox.minX <= maxX && minY <= otherBox.maxY
              && otherBox.minY <= maxY
          else { continue }
          var hits = lanesMeeting(base, minX, minY, maxX, maxY)
          while hits != 0 {
            cross(first, edge, second, base + hits.trailingZeroBitCount)
            hits &= hits &- 1
          }
        }
      }
    }
  }

  /// Which of the sixteen edges from `base` on have boxes that meet a box.
  @inline(__always)
  private func lanesMeeting(
    _ base: Int, _ minX: Int32, _ minY: Int32, _ maxX: Int32, _ maxY: Int32
  ) -> Int32 {
    // Coordinates are not negative, so no difference overflows; its sign says "apart".
    let apart =
      (maxX &- sixteen(edgeMinX, base)) | (sixteen(edgeMaxX, base) &- minX)
      | (maxY &- sixteen(edgeMinY, base)) | (sixteen(edgeMaxY, base) &- minY)
    return ((apart &>> 31 ^ -1) & Self.lanes).wrappedSum()
  }

  /// `unsafe` because a raw span does not know what is in it; it checks the bounds. Loading lane
  /// by lane makes the overlay twice as slow.
  @inline(__always)
  private func sixteen(_ values: [Int32], _ base: Int) -> SIMD16<Int32> {
    unsafe values.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: base &* 4, as: SIMD16<Int32>.self)
  }

  /// Records where edge `e` of polygon `first` crosses edge `g` of polygon `second`, if it does.
  @inline(__always)
  private mutating func cross(_ first: Int, _ e: Int, _ second: Int, _ g: Int) {
    let (eax, eay, ebx, eby) = (edgeAX[e], edgeAY[e], edgeBX[e], edgeBY[e])
    let (gax, gay, gbx, gby) = (edgeAX[g], edgeAY[g], edgeBX[g], edgeBY[g])
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
