extension OverlayLayer {
  /// Whether a row contains a grid point that belongs to a polygon moved further (`ahead`) or
  /// less far than this one. Even-odd, by the edges to the right of the point.
  func contains(row: Int, x px: Int32, y py: Int32, ahead: Bool) -> Bool {
    let box = rowBoxes[row]
    if px < box.minX || px > box.maxX || py < box.minY || py > box.maxY { return false }
    let chunks = chunks(ofRow: row)
    var inside = false
    var first = chunks.lowerBound
    for group in groups(ofRow: row) {
      let end = min(first + Self.groupChunks, chunks.upperBound)
      let box = groupBoxes[group]
      if box.minY <= py && py <= box.maxY && px <= box.maxX {
        for chunk in first..<end where crossesOdd(chunk, px, py, ahead) { inside.toggle() }
      }
      first = end
    }
    return inside
  }

  /// Whether a ray to the right meets an odd number of edges of a chunk.
  @inline(__always)
  private func crossesOdd(_ chunk: Int, _ px: Int32, _ py: Int32, _ ahead: Bool) -> Bool {
    let box = chunkBoxes[chunk]
    if box.minY > py || py > box.maxY || px > box.maxX { return false }
    let first = Int(chunkFirst[chunk])
    let last = first + Int(chunkCount[chunk])
    if px < box.minX {
      // All of it lies to the right: only the ends of the chain matter.
      return Grid.isAbove(y[first], py, ahead: ahead) != Grid.isAbove(y[last], py, ahead: ahead)
    }
    var odd = false
    var aAbove = Grid.isAbove(y[first], py, ahead: ahead)
    for a in first..<last {
      let bAbove = Grid.isAbove(y[a + 1], py, ahead: ahead)
      if aAbove != bAbove {
        let cross = Grid.cross(x[a], y[a], x[a + 1], y[a + 1], px, py)
        let left = Grid.isLeft(cross, x[a], y[a], x[a + 1], y[a + 1], ahead: ahead)
        if left == bAbove { odd.toggle() }
      }
      aAbove = bAbove
    }
    return odd
  }

  /// Whether an edge of another polygon, on its way from a to a box, crosses an odd number of
  /// this row's edges that do not meet the box. The edge does enter the box.
  ///
  /// - Parameter ahead: whether the edge's polygon is moved further than this one.
  func crossesOdd(
    row: Int, beforeEntering box: GridBox, ax: Int32, ay: Int32, bx: Int32, by: Int32, ahead: Bool
  ) -> Bool {
    var edge = GridBox.empty
    edge.extend(ax, ay)
    edge.extend(bx, by)
    let chunks = chunks(ofRow: row)
    var odd = false
    var first = chunks.lowerBound
    for group in groups(ofRow: row) {
      let end = min(first + Self.groupChunks, chunks.upperBound)
      if groupBoxes[group].meets(edge) {
        for chunk in first..<end where chunkBoxes[chunk].meets(edge) {
          let start = Int(chunkFirst[chunk])
          for g in start..<start + Int(chunkCount[chunk]) {
            var other = GridBox.empty
            other.extend(x[g], y[g])
            other.extend(x[g + 1], y[g + 1])
            guard other.meets(edge) && !other.meets(box) else { continue }
            // The boxes are apart along x or y, which tells before from behind exactly.
            let isBefore =
              other.maxX < box.minX
              ? bx > ax
              : other.minX > box.maxX ? bx < ax : other.maxY < box.minY ? by > ay : by < ay
            if isBefore
              && Grid.crosses(
                ax, ay, bx, by, x[g], y[g], x[g + 1], y[g + 1], ahead: ahead)
            {
              odd.toggle()
            }
          }
        }
      }
      first = end
    }
    return odd
  }
}
