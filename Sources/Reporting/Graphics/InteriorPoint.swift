/// A point that stands for an area.
enum InteriorPoint {
  /// A point inside the area that `rings` enclose (even-odd), in the middle of the widest of a few
  /// horizontal cuts; nil for an area without extent.
  static func of(_ rings: [[Double]], cuts: Int = 15) -> (x: Double, y: Double)? {
    let usable = rings.filter { $0.count >= 6 && RingSimplifier.isDrawable($0) }
    var low = Double.infinity
    var high = -Double.infinity
    for ring in usable {
      for index in stride(from: 1, to: ring.count, by: 2) {
        low = min(low, ring[index])
        high = max(high, ring[index])
      }
    }
    guard low < high else { return nil }
    var best: (x: Double, y: Double)?
    var widest = 0.0
    for cut in 0..<cuts {
      let y = low + (high - low) * (Double(cut) + 0.5) / Double(cuts)
      let crossings = self.crossings(of: usable, at: y)
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[index + 1] - crossings[index]
        // Near the middle wins over a little wider near the edge.
        let weight = 1 - abs(y - (low + high) / 2) / (high - low)
        if width * weight > widest {
          widest = width * weight
          best = ((crossings[index] + crossings[index + 1]) / 2, y)
        }
      }
    }
    return best
  }

  private static func crossings(of rings: [[Double]], at y: Double) -> [Double] {
    var crossings: [Double] = []
    for ring in rings {
      let count = ring.count / 2
      for index in 0..<count {
        let next = (index + 1) % count
        let (y1, y2) = (ring[2 * index + 1], ring[2 * next + 1])
        guard (y1 > y) != (y2 > y) else { continue }
        let (x1, x2) = (ring[2 * index], ring[2 * next])
        crossings.append(x1 + (y - y1) / (y2 - y1) * (x2 - x1))
      }
    }
    return crossings.sorted()
  }
}
