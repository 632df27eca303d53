import Geometry
import Geospatial
import Testing

/// The area kernel against GEOS, which computes shapes and measures them.
@Suite("The overlay kernel and GEOS")
struct OverlayAgreementTests {
  private struct Dice {
    var state: UInt64

    mutating func next(_ range: ClosedRange<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(state >> 11) / Double(UInt64(1) << 53)
      // Whole grid cells, so that both see the same vertices.
      return ((range.lowerBound + unit * (range.upperBound - range.lowerBound)) * 1e4).rounded()
        / 1e4
    }
  }

  private typealias Ring = [(x: Double, y: Double)]

  private static func buffer(_ rings: [Ring]) -> PolygonBuffer {
    var buffer = PolygonBuffer()
    for (number, ring) in rings.enumerated() { buffer.appendRing(ring, isShell: number == 0) }
    return buffer
  }

  private static func column(_ polygons: [PolygonBuffer]) -> WKBColumn {
    var column = WKBColumn()
    for polygon in polygons { column.append(polygon) }
    return column
  }

  /// A polygon that is star-shaped about its centre: vertices on rays around a square.
  private static func star(
    _ dice: inout Dice, at centre: (x: Double, y: Double), radius: Double
  ) -> Ring {
    let rays: Ring = [
      (1, 0), (1, 0.5), (1, 1), (0.5, 1), (0, 1), (-0.5, 1), (-1, 1), (-1, 0.5), (-1, 0),
      (-1, -0.5), (-1, -1), (-0.5, -1), (0, -1), (0.5, -1), (1, -1), (1, -0.5),
    ]
    return rays.map { ray in
      let reach = dice.next(radius * 0.3...radius)
      func cell(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
      return (x: cell(centre.x + ray.x * reach), y: cell(centre.y + ray.y * reach))
    }
  }

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
  }

  /// Compares every share, and what is covered, by pairs and by union.
  private static func check(
    _ subjects: [PolygonBuffer], _ others: [PolygonBuffer], zone: PolygonBuffer? = nil
  ) throws {
    let engine = GeometryEngine()
    let (first, second) = (column(subjects), column(others))
    let zones = column([zone].compactMap { $0 })
    let envelopes = try [first, second, zones].flatMap { try PlanarMeasures.envelopes(of: $0) }
    let frame = try OverlayFrame(covering: envelopes)
    let layer = try OverlayLayer(first, on: frame)
    var kernel = try OverlayKernel(
      subjects: layer, others: try OverlayLayer(second, on: frame),
      excluding: [try OverlayLayer(zones, on: frame)])
    for subject in 0..<first.count {
      var shares: [OverlayShare] = []
      let totals = kernel.divide(subject: subject, into: &shares)
      let whole = try #require(engine.area(first[subject]))
      // 1e-6 of the subject, and never less than the grid can tell.
      let slack = max(1e-6 * whole, 1e-4)
      let free: [UInt8]
      if zone != nil {
        let cut = try #require(engine.intersectionArea(first[subject], zones[0]))
        #expect(abs(totals.eligible - (whole - cut)) <= slack)
        free = []
      } else {
        #expect(abs(totals.eligible - whole) <= slack)
        free = Array(first[subject])
      }
      for other in 0..<second.count {
        var expected = try #require(engine.intersectionArea(first[subject], second[other]))
        if zone != nil {
          let piece = try #require(engine.intersection(first[subject], second[other]))
          if !piece.isEmpty {
            expected -= try #require(engine.intersectionArea(piece, zones[0]))
          }
        }
        let share = shares.first { $0.row == other }?.area ?? 0
        #expect(abs(share - expected) <= slack, "subject \(subject), other \(other)")
      }
      guard zone == nil, !free.isEmpty, second.count == 2 else { continue }
      let both = try #require(engine.intersection(second[0], second[1]))
      let twice = both.isEmpty ? 0 : try #require(engine.intersectionArea(free, both))
      #expect(abs(totals.overlapped - twice) <= slack)
    }
  }

  @Test("agree to 1e-6 on random polygons at real coordinates", arguments: 1...40)
  func random(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    func place(_ dice: inout Dice) -> (x: Double, y: Double) {
      (dice.next(38_628_000...38_628_300), dice.next(2_666_900...2_667_200))
    }
    var polygons: [PolygonBuffer] = []
    for _ in 0..<6 {
      let centre = place(&dice)
      polygons.append(Self.buffer([Self.star(&dice, at: centre, radius: dice.next(20...200))]))
    }
    try Self.check(Array(polygons[0..<4]), Array(polygons[4..<6]))
    try Self.check(Array(polygons[0..<2]), Array(polygons[2..<5]), zone: polygons[5])
  }

  @Test("agree on shared edges, duplicates, holes, needles and shifts of one grid cell")
  func adversarial() throws {
    let (x, y, cell) = (38_628_000.0, 2_666_900.0, 0.0001)
    let base = Self.buffer([Self.square(x, y, 100)])
    let ring = Self.buffer([Self.square(x, y, 100), Self.square(x + 20, y + 20, 60)])
    let needle = Self.buffer([[(x, y), (x + 100, y + cell), (x + 200, y + 3 * cell)]])
    let cases: [[PolygonBuffer]] = [
      [base, Self.buffer([Self.square(x + 100, y, 100)])],
      [base, base],
      [ring, Self.buffer([Self.square(x + 20, y + 20, 60)])],
      [Self.buffer([Self.square(x + cell, y + cell, 100)]), base],
      [needle, base],
      [Self.buffer([Self.square(x + 100, y + 100, 100)]), ring],
      [Self.buffer([[(x, y), (x + 100, y), (x, y + 100)]]), base],
    ]
    for others in cases {
      try Self.check([base, ring, others[0]], others)
    }
  }
}
