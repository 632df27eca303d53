import Geometry

/// Areas of boolean combinations by cutting the plane into vertical slabs at every vertex and
/// every crossing. Slow, plain, and without anything in common with the kernel under test.
///
/// Coordinates are grid cells; areas are square metres.
struct SlabOracle {
  typealias Ring = [(Int, Int)]

  var subject: [Ring]
  var others: [[Ring]]
  var zones: [[Ring]]

  struct Answer {
    var subject = 0.0
    var eligible = 0.0
    var covered = 0.0
    var overlapped = 0.0
    var shares: [Double]
  }

  func solve() -> Answer {
    struct Edge {
      var polygon: Int
      var ax: Double
      var ay: Double
      var bx: Double
      var by: Double
    }
    var edges: [Edge] = []
    var cuts: Set<Double> = []
    for (polygon, rings) in ([subject] + others + zones).enumerated() {
      for ring in rings {
        for (index, a) in ring.enumerated() {
          let b = ring[(index + 1) % ring.count]
          cuts.insert(Double(a.0))
          if a.0 == b.0 { continue }
          let (l, r) = a.0 < b.0 ? (a, b) : (b, a)
          edges.append(
            Edge(
              polygon: polygon, ax: Double(l.0), ay: Double(l.1), bx: Double(r.0),
              by: Double(r.1)))
        }
      }
    }
    for (index, e) in edges.enumerated() {
      for g in edges[(index + 1)...] where g.ax < e.bx && e.ax < g.bx {
        let (ux, uy, vx, vy) = (e.bx - e.ax, e.by - e.ay, g.bx - g.ax, g.by - g.ay)
        let across = ux * vy - uy * vx
        if across == 0 { continue }
        let t = ((g.ax - e.ax) * vy - (g.ay - e.ay) * vx) / across
        if t > 0 && t < 1 { cuts.insert(e.ax + t * ux) }
      }
    }
    var answer = Answer(shares: Array(repeating: 0, count: others.count))
    let places = cuts.sorted()
    for (left, right) in zip(places, places.dropFirst()) {
      let x = left + (right - left) / 2
      var heights: [(y: Double, polygon: Int)] = []
      for e in edges where e.ax < x && x < e.bx {
        heights.append((e.ay + (e.by - e.ay) * (x - e.ax) / (e.bx - e.ax), e.polygon))
      }
      heights.sort { $0.y < $1.y }
      var inside = Array(repeating: false, count: 1 + others.count + zones.count)
      for (low, high) in zip(heights, heights.dropFirst()) {
        inside[low.polygon].toggle()
        guard inside[0] else { continue }
        let area = (right - left) * (high.y - low.y) * 1e-8
        answer.subject += area
        if inside[(1 + others.count)...].contains(true) { continue }
        answer.eligible += area
        let depth = inside[1...others.count].count { $0 }
        if depth >= 1 { answer.covered += area }
        if depth >= 2 { answer.overlapped += area }
        for other in others.indices where inside[1 + other] { answer.shares[other] += area }
      }
    }
    return answer
  }

  /// Whether a ring neither crosses nor touches itself, by looking at every pair of edges.
  static func isSimple(_ ring: Ring) -> Bool {
    let count = ring.count
    guard count >= 3 else { return false }
    func cross(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
      ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
    }
    func isOn(_ p: (Int, Int), _ a: (Int, Int), _ b: (Int, Int)) -> Bool {
      cross(a, b, p) == 0 && min(a.0, b.0) <= p.0 && p.0 <= max(a.0, b.0)
        && min(a.1, b.1) <= p.1 && p.1 <= max(a.1, b.1)
    }
    for i in 0..<count {
      let (a, b) = (ring[i], ring[(i + 1) % count])
      if a == b { return false }
      for j in i + 1..<count {
        let (c, d) = (ring[j], ring[(j + 1) % count])
        if j == i + 1 || (i == 0 && j == count - 1) {
          // Neighbours share one vertex and nothing else.
          let (p, q) = j == i + 1 ? (a, d) : (b, c)
          if isOn(p, c, d) || isOn(q, a, b) { return false }
          continue
        }
        if isOn(a, c, d) || isOn(b, c, d) || isOn(c, a, b) || isOn(d, a, b) { return false }
        if cross(a, b, c) != cross(a, b, d) && cross(c, d, a) != cross(c, d, b) { return false }
      }
    }
    return true
  }
}

/// Grid cells as a polygon in metres, far from the origin as projected coordinates are.
func gridPolygon(_ rings: [SlabOracle.Ring], x0: Int = 4_375_000_000, y0: Int = 25_500_000_000)
  -> PolygonBuffer
{
  polygon([
    rings.map { ring in
      ring.map { (Double(x0 + $0.0) / 10_000, Double(y0 + $0.1) / 10_000) }
    }
  ])
}
