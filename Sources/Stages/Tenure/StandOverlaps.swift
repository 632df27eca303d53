internal import Geometry
internal import Inventory
internal import Pipeline

/// Where 小班 of the survey lie on each other: land that two of them would claim.
///
/// Polygons of neighbours have to be compared piece by piece to know, which takes about as long as
/// the rest of the overlay. So all are compared only where the pipeline asks for it
/// (`checks: { overlaps: true }`); else those whose boxes share most of the smaller one, which is
/// what a polygon that was delivered twice, drawn anew or shifted looks like.
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

  /// Of the smaller box, from which two polygons are compared without being asked for it.
  static let sharedBox = 0.5

  let boxes: [Envelope]
  let comparesAll: Bool
  let settings: TenureSettings

  /// For each 小班, later ones to compare it with, in order.
  func candidates() -> [(first: Int, others: [Int])] {
    let tiles = BoxTiles(boxes)
    var result: [(first: Int, others: [Int])] = []
    for first in boxes.indices where !boxes[first].isEmpty {
      let box = boxes[first]
      let others = tiles.rows(near: box).filter { other in
        guard other > first, boxes[other].intersects(box) else { return false }
        return comparesAll || Self.shared(box, boxes[other]) >= Self.sharedBox
      }
      if !others.isEmpty { result.append((first, others)) }
    }
    return result
  }

  /// The part of the smaller box that two have in common.
  private static func shared(_ one: Envelope, _ other: Envelope) -> Double {
    let width = min(one.maxX, other.maxX) - max(one.minX, other.minX)
    let height = min(one.maxY, other.maxY) - max(one.minY, other.minY)
    let smaller = min(one.width * one.height, other.width * other.height)
    return width > 0 && height > 0 && smaller > 0 ? width * height / smaller : 0
  }

  /// - Parameter polygons: of these positions, in metres of the overlay's plane.
  func pairs(
    _ candidates: [(first: Int, others: [Int])], threads: Int, interruption: Interruption,
    polygons: @Sendable @escaping ([Int]) throws -> WKBColumn
  ) throws -> [Pair] {
    let size = 256
    let (boxes, settings) = (boxes, settings)
    let work = candidates
    let pieces = try Workers.map(
      count: (work.count + size - 1) / size, threads: threads, interruption: interruption
    ) { item -> [Pair] in
      let some = work[item * size..<min((item + 1) * size, work.count)]
      let rows = Set(some.flatMap { [$0.first] + $0.others }).sorted()
      let column = try polygons(rows)
      var places: [Int: Int] = [:]
      for (place, row) in rows.enumerated() { places[row] = place }
      func part(_ wanted: [Int]) -> WKBColumn {
        var part = WKBColumn()
        for row in wanted { part.append(places[row].map { column[$0] } ?? []) }
        return part
      }
      var found: [Pair] = []
      for (first, others) in some {
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

/// Boxes by the squares of a mesh that they touch.
private struct BoxTiles {
  private let origin: (x: Double, y: Double)
  private let size: Double
  private let across: Int
  private let down: Int
  /// Rows of each square, one after another.
  private var starts: [Int32]
  private var rows: [Int32]

  init(_ boxes: [Envelope]) {
    // Stray polygons must not make the squares large: what lies outside the mesh is in its rim.
    let sides = boxes.filter { !$0.isEmpty }.map { max($0.width, $0.height) }.sorted()
    let xs = boxes.filter { !$0.isEmpty }.map(\.minX).sorted()
    let ys = boxes.filter { !$0.isEmpty }.map(\.minY).sorted()
    let median = sides.isEmpty ? 1 : max(1, sides[sides.count / 2])
    func span(_ sorted: [Double]) -> (Double, Double) {
      guard let first = sorted.first, let last = sorted.last else { return (0, 0) }
      let cut = sorted.count / 1000
      return sorted.count > 2000 ? (sorted[cut], sorted[sorted.count - 1 - cut]) : (first, last)
    }
    let (x, y) = (span(xs), span(ys))
    let area = (x.1 - x.0) * (y.1 - y.0)
    // About as many squares as boxes at most.
    size = max(2 * median, (area / Double(max(1, 4 * boxes.count))).squareRoot())
    origin = (x.0, y.0)
    across = max(1, min(4096, Int((x.1 - x.0) / size) + 1))
    down = max(1, min(4096, Int((y.1 - y.0) / size) + 1))
    starts = [Int32](repeating: 0, count: across * down + 1)
    rows = []
    for box in boxes where !box.isEmpty {
      visit(box) { starts[$0 + 1] += 1 }
    }
    for square in 1..<starts.count { starts[square] += starts[square - 1] }
    rows = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    var next = starts
    for (row, box) in boxes.enumerated() where !box.isEmpty {
      visit(box) { square in
        rows[Int(next[square])] = Int32(row)
        next[square] += 1
      }
    }
  }

  /// Ascending, each once.
  func rows(near box: Envelope) -> [Int] {
    var found: [Int] = []
    visit(box) { square in
      for place in Int(starts[square])..<Int(starts[square + 1]) { found.append(Int(rows[place])) }
    }
    found.sort()
    var result: [Int] = []
    for row in found where row != result.last { result.append(row) }
    return result
  }

  private func visit(_ box: Envelope, _ body: (Int) -> Void) {
    func square(_ value: Double, _ first: Double, _ count: Int) -> Int {
      Int(min(Double(count - 1), max(0, (value - first) / size)))
    }
    for row in square(box.minY, origin.y, down)...square(box.maxY, origin.y, down) {
      for column in square(box.minX, origin.x, across)...square(box.maxX, origin.x, across) {
        body(row * across + column)
      }
    }
  }
}
