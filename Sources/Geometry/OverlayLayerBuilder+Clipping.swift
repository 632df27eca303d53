extension OverlayLayerBuilder {
  /// A ring cut to the frame: what sticks out is replaced by pieces of the frame's border, which
  /// change nothing for subjects inside the frame.
  ///
  /// Only edges that cross the border get a new end, rounded to the grid; they are longer than the
  /// way from the subjects to the border. Source: Sutherland, Hodgman, "Reentrant polygon
  /// clipping", Communications of the ACM 17 (1974) 32-42.
  static func clipped(
    _ bytes: RawSpan, _ ring: WKBRings.Ring, to frame: OverlayFrame
  ) -> [(x: Int32, y: Int32)] {
    var points: [(x: Double, y: Double)] = []
    points.reserveCapacity(ring.count)
    var offset = ring.offset
    for _ in 0..<ring.count {
      let x = WKBRings.double(bytes, offset, ring.bigEndian)
      let y = WKBRings.double(bytes, offset + 8, ring.bigEndian)
      // Rounded first, as everywhere, so that vertices in the frame stay where they are.
      points.append(
        (
          x: (x * OverlayFrame.cellsPerMetre).rounded() - Double(frame.originX),
          y: (y * OverlayFrame.cellsPerMetre).rounded() - Double(frame.originY)
        ))
      offset += ring.stride
    }
    let most = Double(Int32.max)
    points = cut(points, at: 0, alongX: true, keepsAbove: true)
    points = cut(points, at: most, alongX: true, keepsAbove: false)
    points = cut(points, at: 0, alongX: false, keepsAbove: true)
    points = cut(points, at: most, alongX: false, keepsAbove: false)
    return points.map { point in
      (
        x: Int32(min(most, max(0, point.x.rounded()))),
        y: Int32(min(most, max(0, point.y.rounded())))
      )
    }
  }

  private static func cut(
    _ points: [(x: Double, y: Double)], at limit: Double, alongX: Bool, keepsAbove: Bool
  ) -> [(x: Double, y: Double)] {
    func value(_ point: (x: Double, y: Double)) -> Double { alongX ? point.x : point.y }
    func keeps(_ point: (x: Double, y: Double)) -> Bool {
      keepsAbove ? value(point) >= limit : value(point) <= limit
    }
    guard var from = points.last else { return [] }
    var kept: [(x: Double, y: Double)] = []
    kept.reserveCapacity(points.count + 4)
    for to in points {
      if keeps(from) != keeps(to) {
        let part = (limit - value(from)) / (value(to) - value(from))
        kept.append((x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y)))
      }
      if keeps(to) { kept.append(to) }
      from = to
    }
    return kept
  }
}
