/// Areas and places of polygons in the plane, in the units of their coordinates.
///
/// Areas are sums of rings by role – shells count, holes are taken off – so the orientation of
/// the source does not matter. They mean something for valid polygons only.
public enum PlanarMeasures {
  /// The shoelace area of a ring, positive if it runs counterclockwise.
  ///
  /// Computed relative to the first vertex; with projected coordinates of seven digits this
  /// keeps about six more digits than the formula on the coordinates themselves.
  public static func signedArea(ofRing ring: Int, of polygon: PolygonBuffer) -> Double {
    let points = polygon.points(ofRing: ring)
    guard points.count > 3 else { return 0 }
    let first = points.lowerBound
    let x0 = polygon.x[first]
    let y0 = polygon.y[first]
    var twice = 0.0
    var px = polygon.x[first + 1] - x0
    var py = polygon.y[first + 1] - y0
    for point in points.dropFirst(2) {
      let qx = polygon.x[point] - x0
      let qy = polygon.y[point] - y0
      twice += px * qy - py * qx
      px = qx
      py = qy
    }
    return twice / 2
  }

  /// Area of shells less holes.
  public static func area(of polygon: PolygonBuffer) -> Double {
    var area = 0.0
    for part in 0..<polygon.partCount {
      let rings = polygon.rings(ofPart: part)
      for ring in rings {
        let ringArea = abs(signedArea(ofRing: ring, of: polygon))
        area += ring == rings.lowerBound ? ringArea : -ringArea
      }
    }
    return area
  }

  public static func envelope(of polygon: PolygonBuffer) -> Envelope {
    var envelope = Envelope.empty
    for point in polygon.x.indices { envelope.extend(x: polygon.x[point], y: polygon.y[point]) }
    return envelope
  }

  /// Whether a point lies inside, by the parity of the edges to its right. A point on the border
  /// may count either way, but in a coverage without gaps it lies in one polygon only.
  public static func contains(_ polygon: PolygonBuffer, x: Double, y: Double) -> Bool {
    var inside = false
    for ring in 0..<polygon.ringCount {
      let points = polygon.points(ofRing: ring)
      guard points.count > 3 else { continue }
      for b in points.dropFirst() {
        let ay = polygon.y[b - 1]
        let by = polygon.y[b]
        if (ay > y) == (by > y) { continue }
        // Always taken from the lower end, so that an edge answers the same for both neighbours.
        let (low, high) = ay < by ? (b - 1, b) : (b, b - 1)
        let dx = polygon.x[high] - polygon.x[low]
        let dy = polygon.y[high] - polygon.y[low]
        if dx * (y - polygon.y[low]) - dy * (x - polygon.x[low]) > 0 { inside.toggle() }
      }
    }
    return inside
  }

  /// Centre of mass, or nil if there is no area. It may lie outside a bent polygon.
  public static func centroid(of polygon: PolygonBuffer) -> (x: Double, y: Double)? {
    guard !polygon.isEmpty else { return nil }
    let x0 = polygon.x[0]
    let y0 = polygon.y[0]
    var momentX = 0.0
    var momentY = 0.0
    var twiceArea = 0.0
    for part in 0..<polygon.partCount {
      let rings = polygon.rings(ofPart: part)
      for ring in rings {
        var ringX = 0.0
        var ringY = 0.0
        var ringTwice = 0.0
        for b in polygon.points(ofRing: ring).dropFirst() {
          let ax = polygon.x[b - 1] - x0
          let ay = polygon.y[b - 1] - y0
          let bx = polygon.x[b] - x0
          let by = polygon.y[b] - y0
          let cross = ax * by - ay * bx
          ringTwice += cross
          ringX += (ax + bx) * cross
          ringY += (ay + by) * cross
        }
        let role: Double = ring == rings.lowerBound ? 1 : -1
        let sign = ringTwice < 0 ? -role : role
        twiceArea += sign * ringTwice
        momentX += sign * ringX
        momentY += sign * ringY
      }
    }
    guard twiceArea > 0 else { return nil }
    return (x0 + momentX / (3 * twiceArea), y0 + momentY / (3 * twiceArea))
  }

  /// A point inside the polygon, well away from its border: the middle of the widest stretch of
  /// the polygon on a horizontal line near its middle. Nil if there is no area.
  public static func interiorPoint(of polygon: PolygonBuffer) -> (x: Double, y: Double)? {
    let envelope = envelope(of: polygon)
    guard !envelope.isEmpty, envelope.height > 0 else { return nil }
    // Half-way between the two rows of vertices next to the middle, so that no vertex is met.
    let middle = envelope.minY + envelope.height / 2
    var below = envelope.minY
    var above = envelope.maxY
    for y in polygon.y {
      if y <= middle { below = max(below, y) } else { above = min(above, y) }
    }
    let y = below + (above - below) / 2
    var crossings: [Double] = []
    for ring in 0..<polygon.ringCount {
      for b in polygon.points(ofRing: ring).dropFirst() {
        let ay = polygon.y[b - 1]
        let by = polygon.y[b]
        if (ay > y) == (by > y) { continue }
        let share = (y - ay) / (by - ay)
        crossings.append(polygon.x[b - 1] + share * (polygon.x[b] - polygon.x[b - 1]))
      }
    }
    crossings.sort()
    var widest = 0.0
    var best: Double?
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[pair + 1] - crossings[pair]
      if width > widest {
        widest = width
        best = crossings[pair] + width / 2
      }
    }
    guard let best else { return nil }
    return (best, y)
  }
}
