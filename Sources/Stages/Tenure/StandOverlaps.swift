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

  /// Later ones to compare a 小班 with, in order.
  private func candidates(_ first: Int, _ index: PackedIndex, _ near: inout [Int]) -> [Int] {
    let box = boxes[first]
    guard !box.isEmpty else { return [] }
    index.rows(meeting: box, into: &near)
    return near.filter { $0 > first && (comparesAll || Self.areAlike(box, boxes[$0])) }
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
    let size = 1024
    let (boxes, settings, index) = (boxes, settings, PackedIndex(boxes))
    let pieces = try Workers.map(
      count: (boxes.count + size - 1) / size, threads: threads, interruption: interruption
    ) { item -> [Pair] in
      var some: [(first: Int, others: [Int])] = []
      var near: [Int] = []
      for first in item * size..<min((item + 1) * size, boxes.count) {
        let others = candidates(first, index, &near)
        if !others.isEmpty { some.append((first, others)) }
      }
      if some.isEmpty { return [] }
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
