/// A straight line through points of which some may be far off (Theil 1950, Sen 1968): the slope is
/// the median of the slopes of all pairs, each weighted by its distance in x and by the weights of
/// its points; the level is the weighted median of what is left.
struct RobustLine: Sendable, Equatable {
  struct Point: Sendable, Equatable {
    var x: Double
    var y: Double
    var weight: Double
  }

  var slope: Double
  var level: Double

  /// Nil if no two points differ in x.
  init?(_ points: [Point]) {
    var slopes: [(value: Double, weight: Double)] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for one in points.indices {
      for two in points.indices where two > one && points[two].x != points[one].x {
        let run = points[two].x - points[one].x
        let weight = abs(run) * (points[one].weight * points[two].weight).squareRoot()
        slopes.append(((points[two].y - points[one].y) / run, weight))
      }
    }
    guard !slopes.isEmpty else { return nil }
    let slope = Self.median(slopes)
    self.slope = slope
    level = Self.median(points.map { (value: $0.y - slope * $0.x, weight: $0.weight) })
  }

  /// Weighted mean distance of points from the line.
  func distance(_ points: [Point]) -> Double {
    var sum = CompensatedSum()
    var weight = 0.0
    for point in points {
      sum.add(point.weight * abs(point.y - level - slope * point.x))
      weight += point.weight
    }
    return sum.value / weight
  }

  /// The value at which half of the weight is reached; between two values where it is reached
  /// exactly.
  static func median(_ values: [(value: Double, weight: Double)]) -> Double {
    let sorted = values.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
    let half = sorted.reduce(0) { $0 + $1.weight } / 2
    var reached = 0.0
    for (place, one) in sorted.enumerated() {
      reached += one.weight
      if reached == half, place + 1 < sorted.count {
        return (one.value + sorted[place + 1].value) / 2
      }
      if reached > half { return one.value }
    }
    return sorted.last?.value ?? .nan
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
