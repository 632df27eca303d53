internal import Geometry
internal import Inventory
internal import Pipeline

/// Where 小班 of the survey lie on each other: land that two of them would claim.
///
/// Polygons of neighbours have to be compared piece by piece to know, which takes about as long as
/// the rest of the overlay. So all are compared only where the pipeline asks for it
/// (`checks: { overlaps: true }`); else those whose boxes are much alike, or one of which lies in the
/// other, as those of a polygon do that was delivered twice, drawn anew or shifted.
struct StandOverlaps {
  /// Two 小班 by position; the earlier row leads.
  struct Pair: Sendable, Equatable {
    var first: Int
    var second: Int
    /// m²
    var area: Double
    /// Of the second one's polygon.
    var share: Double
  }

  /// Of the land under two boxes, and of the smaller one, from which two polygons are compared
  /// without being asked for it. In a survey without faults two pairs in a hundred 小班 are.
  static let alike = 0.5
  static let inside = 0.8

  let boxes: [Envelope]
  let comparesAll: Bool
  let settings: TenureSettings

  /// Which positions to compare with which later ones, in order.
  private func candidates(
    threads: Int, interruption: Interruption
  ) throws -> [(first: Int, second: Int)] {
    let size = 1024
    let index = PackedIndex(boxes)
    let found = try Workers.map(
      count: (boxes.count + size - 1) / size, threads: threads, interruption: interruption
    ) { item -> [(first: Int, second: Int)] in
      var found: [(first: Int, second: Int)] = []
      var near: [Int] = []
      for row in item * size..<min((item + 1) * size, boxes.count) where !boxes[row].isEmpty {
        if comparesAll {
          index.rows(meeting: boxes[row], into: &near)
          for other in near where other > row { found.append((row, other)) }
          continue
        }
        // Of two that are alike, half of the smaller box lies in the other one along x as along y,
        // and with it the middle: few boxes meet that, where many meet the box.
        index.rows(meeting: Self.middle(boxes[row]), into: &near)
        for other in near where other != row && Self.areAlike(boxes[row], boxes[other]) {
          found.append((min(row, other), max(row, other)))
        }
      }
      return found
    }
    var candidates: [(first: Int, second: Int)] = []
    for pair in found.joined().sorted(by: <) {
      // Two of one size find each other.
      if let last = candidates.last, last == pair { continue }
      candidates.append(pair)
    }
    return candidates
  }

  /// A box around the middle, wide enough for the rounding of borders.
  private static func middle(_ box: Envelope) -> Envelope {
    let (x, y) = (box.width * 0.49, box.height * 0.49)
    return Envelope(
      minX: box.minX + x, minY: box.minY + y, maxX: box.maxX - x, maxY: box.maxY - y)
  }

  private static func areAlike(_ one: Envelope, _ other: Envelope) -> Bool {
    let width = min(one.maxX, other.maxX) - max(one.minX, other.minX)
    let height = min(one.maxY, other.maxY) - max(one.minY, other.minY)
    guard width > 0, height > 0 else { return false }
    let (common, first, second) = (
      width * height, one.width * one.height, other.width * other.height
    )
    return common >= alike * (first + second - common) || common >= inside * min(first, second)
  }

  /// - Parameter polygons: of these positions, in metres of the overlay's plane.
  func pairs(
    threads: Int, interruption: Interruption,
    polygons: @Sendable @escaping ([Int]) throws -> WKBColumn
  ) throws -> [Pair] {
    let size = 256
    let (boxes, settings) = (boxes, settings)
    let candidates = try candidates(threads: threads, interruption: interruption)
    // Where the candidates of a 小班 begin, and the end.
    let starts =
      candidates.indices.filter { $0 == 0 || candidates[$0].first != candidates[$0 - 1].first }
      + [candidates.count]
    let pieces = try Workers.map(
      count: (starts.count - 1 + size - 1) / size, threads: threads, interruption: interruption
    ) { item -> [Pair] in
      let some = item * size..<min((item + 1) * size, starts.count - 1)
      let rows = Set(
        candidates[starts[some.lowerBound]..<starts[some.upperBound]].flatMap {
          [$0.first, $0.second]
        }
      ).sorted()
      let column = try polygons(rows)
      var places: [Int: Int] = [:]
      for (place, row) in rows.enumerated() { places[row] = place }
      func part(_ wanted: [Int]) -> WKBColumn {
        var part = WKBColumn()
        for row in wanted { part.append(places[row].map { column[$0] } ?? []) }
        return part
      }
      var found: [Pair] = []
      for group in some {
        let first = candidates[starts[group]].first
        let others = candidates[starts[group]..<starts[group + 1]].map(\.second)
        let frame = try OverlayFrame(around: boxes[first])
        guard frame.holds(boxes[first]) else { continue }
        var kernel = try OverlayKernel(
          subjects: try OverlayLayer(subjects: part([first]), on: frame),
          others: try OverlayLayer(clipping: part(others), on: frame))
        var shares: [OverlayShare] = []
        _ = kernel.divide(subject: 0, into: &shares)
        let areas = try PlanarMeasures.areas(of: part(others))
        for share in shares {
          let whole = areas[share.row]
          guard share.area / 10_000 >= settings.sliverHectares, whole > 0,
            share.area >= settings.sliverShare * whole
          else { continue }
          found.append(
            Pair(
              first: first, second: others[share.row], area: share.area,
              share: min(1, share.area / whole)))
        }
      }
      return found
    }
    return pieces.flatMap { $0 }
  }
}
