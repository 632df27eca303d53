/// Douglas–Peucker on closed rings.
enum RingSimplifier {
  /// Whether all coordinates are numbers that projected metres can be; nothing on Earth is further
  /// than this from any origin.
  static func isDrawable(_ ring: [Double]) -> Bool {
    ring.allSatisfy { abs($0) < 1e9 }
  }

  /// The vertices of a ring (x and y in turn, first vertex repeated at the end or not) that remain
  /// when no removed vertex is further than `tolerance` from the new line. The result is not
  /// closed; it is empty where fewer than three vertices remain or a coordinate is not drawable.
  static func simplify(_ ring: [Double], tolerance: Double) -> [Double] {
    var count = ring.count / 2
    guard isDrawable(ring) else { return [] }
    if count > 1, ring[0] == ring[2 * count - 2], ring[1] == ring[2 * count - 1] { count -= 1 }
    guard count >= 3 else { return [] }

    // A ring has no ends to hold on to: the first vertex and the one furthest from it serve.
    var far = 0
    var farthest = -1.0
    for index in 1..<count {
      let dx = ring[2 * index] - ring[0]
      let dy = ring[2 * index + 1] - ring[1]
      if dx * dx + dy * dy > farthest {
        farthest = dx * dx + dy * dy
        far = index
      }
    }
    var keep = [Bool](repeating: false, count: count)
    keep[0] = true
    keep[far] = true
    var open = [(0, far), (far, count)]
    while let (first, last) = open.popLast() {
      guard last - first > 1 else { continue }
      let end = last % count
      var worst = first
      var distance = -1.0
      for index in first + 1..<last {
        let d = squaredDistance(ring, index, from: first, to: end)
        if d > distance {
          distance = d
          worst = index
        }
      }
      if distance > tolerance * tolerance {
        keep[worst] = true
        open.append((first, worst))
        open.append((worst, last))
      }
    }
    var simple: [Double] = []
    for index in 0..<count where keep[index] {
      simple.append(ring[2 * index])
      simple.append(ring[2 * index + 1])
    }
    return simple.count >= 6 ? simple : []
  }

  /// Squared distance of vertex `index` from the segment between two other vertices.
  private static func squaredDistance(
    _ ring: [Double], _ index: Int, from first: Int, to last: Int
  ) -> Double {
    let (x, y) = (ring[2 * index] - ring[2 * first], ring[2 * index + 1] - ring[2 * first + 1])
    let dx = ring[2 * last] - ring[2 * first]
    let dy = ring[2 * last + 1] - ring[2 * first + 1]
    let length = dx * dx + dy * dy
    let t = length > 0 ? min(max((x * dx + y * dy) / length, 0), 1) : 0
    let (ex, ey) = (x - t * dx, y - t * dy)
    return ex * ex + ey * ey
  }
}
