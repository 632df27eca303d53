extension OverlayScene {
  /// Walks all boundaries inside the subject and gathers the areas.
  mutating func walk(_ layers: [OverlayLayer]) {
    var next = 0
    // Crossings lie in the order of edges: the subject's edges were added last.
    for polygon in polygons.indices.dropFirst() where !polygons[polygon].chunks.isEmpty {
      walk(polygon, layers, &next)
    }
    walk(0, layers, &next)
  }

  /// How many others and zones the present place of a walk is in, the walked polygon left out.
  private struct Depth {
    var others = 0
    var zones = 0
  }

  private mutating func walk(_ polygon: Int, _ layers: [OverlayLayer], _ next: inout Int) {
    let role = polygons[polygon].role
    let layer = layers[polygons[polygon].layer]
    let (xs, ys) = (layer.x, layer.y)
    let (allX, allY) = (xs.span, ys.span)
    for run in polygons[polygon].runs {
      let span = runs[run].edges
      let firstCrossing = next
      while next < crossings.count, Int(crossings[next].edge) < span.upperBound { next += 1 }
      // The vertex where the next edge starts.
      var vertex = runs[run].vertex
      let (ax, ay) = (allX[vertex], allY[vertex])

      var inSubject = true
      if role != .subject {
        // Where a run starts outside the box, it starts outside the subject.
        inSubject =
          box.contains(ax, ay)
          && layers[0].contains(row: polygons[0].row, x: ax, y: ay, ahead: true)
        // A run that never is in the subject bounds nothing.
        if !inSubject && !crossesSubject(firstCrossing..<next) { continue }
      }
      var depth = locate(
        polygon, ax, ay, allX[vertex + 1], allY[vertex + 1], layers)

      var sum = 0.0
      var edge = span.lowerBound
      var px = Double(Int64(ax) &- Int64(box.minX))
      var py = Double(Int64(ay) &- Int64(box.minY))
      for crossing in firstCrossing...next {
        let isLast = crossing == next
        let stop = isLast ? span.upperBound : Int(crossings[crossing].edge)
        if inSubject {
          while edge < stop {
            vertex += 1
            let bx = Double(Int64(allX[vertex]) &- Int64(box.minX))
            let by = Double(Int64(allY[vertex]) &- Int64(box.minY))
            sum += px * by - py * bx
            px = bx
            py = by
            edge += 1
          }
        } else {
          vertex += stop - edge
          edge = stop
        }
        if isLast { break }
        let (x, y) = (crossings[crossing].x, crossings[crossing].y)
        if inSubject { sum += px * y - py * x }
        px = x
        py = y
        if inSubject { give(sum, polygon, role, depth) }
        sum = 0
        let other = Int(crossings[crossing].other)
        if other == 0 {
          inSubject.toggle()
        } else {
          let step = toggle(other) ? 1 : -1
          if polygons[other].role == .zone { depth.zones += step } else { depth.others += step }
        }
      }
      if inSubject { give(sum, polygon, role, depth) }
    }
  }

  private func crossesSubject(_ range: Range<Int>) -> Bool {
    for crossing in range where crossings[crossing].other == 0 { return true }
    return false
  }

  /// Finds out which polygons the first edge of a run, a→b, is in when it enters the box, less the
  /// crossings that the scene knows of.
  private mutating func locate(
    _ polygon: Int, _ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32, _ layers: [OverlayLayer]
  ) -> Depth {
    let startsOutside = !box.contains(ax, ay)
    var depth = Depth()
    for other in polygons.indices.dropFirst() where other != polygon {
      if !polygons[other].chunks.isEmpty {
        let (layer, row) = (polygons[other].layer, polygons[other].row)
        let ahead = polygon > other
        var isInside = layers[layer].contains(row: row, x: ax, y: ay, ahead: ahead)
        if startsOutside
          && layers[layer].crossesOdd(
            row: row, beforeEntering: box, ax: ax, ay: ay, bx: bx, by: by, ahead: ahead)
        {
          isInside.toggle()
        }
        setInside(other, isInside)
      }
      if polygons[other].isInside {
        if polygons[other].role == .zone { depth.zones += 1 } else { depth.others += 1 }
      }
    }
    return depth
  }

  /// Gives a piece of boundary inside the subject to the areas it bounds. To its left lies the
  /// polygon it belongs to, to its right lies the rest.
  @inline(__always)
  private mutating func give(_ sum: Double, _ polygon: Int, _ role: Role, _ depth: Depth) {
    let isExcluded = depth.zones > 0
    switch role {
    case .other:
      addArea(sum, to: polygon, isExcluded: isExcluded)
      let isFirst = depth.others == 0
      guard depth.others < 2 else { return }
      if isExcluded {
        if isFirst { inside.covered += sum } else { inside.overlapped += sum }
      } else {
        if isFirst { outside.covered += sum } else { outside.overlapped += sum }
      }
    case .subject: bound(sum, polygon, depth, isExcluded: isExcluded)
    case .zone:
      // Between two places that both are excluded it divides nothing.
      if isExcluded { return }
      bound(-sum, polygon, depth, isExcluded: false)
      bound(sum, polygon, depth, isExcluded: true)
    }
  }

  /// Gives a piece that bounds the subject's part outside or inside the zones.
  private mutating func bound(_ part: Double, _ polygon: Int, _ depth: Depth, isExcluded: Bool) {
    func add(to sums: inout Sums) {
      sums.all += part
      if depth.others > 0 { sums.covered += part }
      if depth.others > 1 { sums.overlapped += part }
    }
    if isExcluded { add(to: &inside) } else { add(to: &outside) }
    if depth.others == 0 { return }
    for other in polygons.indices.dropFirst()
    where other != polygon && polygons[other].role == .other && polygons[other].isInside {
      addArea(part, to: other, isExcluded: isExcluded)
    }
  }
}
