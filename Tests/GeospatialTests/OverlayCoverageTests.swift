import Geometry
import Geospatial
import Testing

/// Layers as counties have them against GEOS: seamless coverages, drawings of the same borders
/// that differ by centimetres to metres, holes, islands, zones, and input that was repaired first.
@Suite("The overlay kernel and GEOS on whole layers")
struct OverlayCoverageTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = state ^ (state >> 29)
      return mixed &* 0xBF58_476D_1CE4_E5B9
    }
  }

  private typealias Ring = [(x: Double, y: Double)]

  private static let (east, north) = (38_512_345.6, 2_567_890.1)

  /// Squares with bent borders that neighbours share vertex by vertex.
  private static func coverage(_ side: Int, cell: Double, bends: Int, _ seed: UInt64) -> [Ring] {
    var dice = Dice(state: seed)
    /// Bent lines from corner to corner, by where they start and their direction.
    var lines: [[Int]: Ring] = [:]
    for row in 0...side {
      for column in 0...side {
        for (dx, dy) in [(1, 0), (0, 1)] {
          let (x, y) = (east + Double(column) * cell, north + Double(row) * cell)
          let onBorder = dx == 1 ? row == 0 || row == side : column == 0 || column == side
          lines[[column, row, dx]] = (0...bends).map { bend in
            let along = Double(bend) * cell / Double(bends)
            // Near corners less, or lines would cross.
            let most = min(cell / 9, 0.4 * min(along, cell - along))
            let off = onBorder ? 0 : Double.random(in: -most...most, using: &dice)
            return (
              x: x + Double(dx) * along + Double(dy) * off,
              y: y + Double(dy) * along + Double(dx) * off
            )
          }
        }
      }
    }
    var rings: [Ring] = []
    for row in 0..<side {
      for column in 0..<side {
        let bottom = lines[[column, row, 1]] ?? []
        let right = lines[[column + 1, row, 0]] ?? []
        let top = lines[[column, row + 1, 1]] ?? []
        let left = lines[[column, row, 0]] ?? []
        rings.append(
          Array(bottom.dropLast() + right.dropLast() + top.reversed().dropLast())
            + left.reversed().dropLast())
      }
    }
    return rings
  }

  private static func column(_ polygons: [[Ring]]) -> WKBColumn {
    var column = WKBColumn()
    for rings in polygons {
      var buffer = PolygonBuffer()
      for (number, ring) in rings.enumerated() { buffer.appendRing(ring, isShell: number == 0) }
      column.append(buffer)
    }
    return column
  }

  private static func moved(_ ring: Ring, by shift: (Double, Double) -> (Double, Double)) -> Ring {
    ring.map { point in
      let (dx, dy) = shift(point.x - east, point.y - north)
      return (x: point.x + dx, y: point.y + dy)
    }
  }

  /// Compares each pair, what is outside the zones, and the sums, with GEOS.
  private static func check(
    _ subjects: WKBColumn, _ others: WKBColumn, zones: WKBColumn = WKBColumn(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let engine = GeometryEngine()
    let boxes = try PlanarMeasures.envelopes(of: subjects)
    let frame = try OverlayFrame(around: Envelope(union: boxes))
    var kernel = try OverlayKernel(
      subjects: try OverlayLayer(subjects: subjects, on: frame),
      others: try OverlayLayer(clipping: others, on: frame),
      excluding: [try OverlayLayer(clipping: zones, on: frame)])
    let otherBoxes = try PlanarMeasures.envelopes(of: others)
    let zoneBoxes = try PlanarMeasures.envelopes(of: zones)
    for subject in 0..<subjects.count {
      var shares: [OverlayShare] = []
      let totals = kernel.divide(subject: subject, into: &shares)
      let whole = try #require(engine.area(subjects[subject]))
      let slack = 1e-6 * whole
      var left = Array(subjects[subject])
      for zone in zoneBoxes.indices
      where zoneBoxes[zone].intersects(boxes[subject]) && !left.isEmpty {
        left = try #require(engine.difference(left, zones[zone]))
      }
      let eligible = left.isEmpty ? 0 : try #require(engine.area(left))
      #expect(abs(totals.eligible - eligible) <= slack, sourceLocation: sourceLocation)
      for other in otherBoxes.indices where otherBoxes[other].intersects(boxes[subject]) {
        let share = shares.first { $0.row == other }
        guard let all = engine.intersectionArea(subjects[subject], others[other]),
          let outside = left.isEmpty ? 0 : engine.intersectionArea(left, others[other])
        else {
          Issue.record("GEOS has no answer for \(subject) and \(other)")
          continue
        }
        #expect(
          abs((share?.wholeArea ?? 0) - all) <= slack, "\(subject) and \(other)",
          sourceLocation: sourceLocation)
        #expect(
          abs((share?.area ?? 0) - outside) <= slack, "\(subject) and \(other)",
          sourceLocation: sourceLocation)
      }
      #expect(abs(totals.eligible + totals.excluded - whole) <= slack)
    }
  }

  @Test(
    "agree on a coverage and the same borders drawn again",
    arguments: [0.0, 0.0001, 0.00025, 0.01, 1.7])
  func drawnAgain(metres: Double) throws {
    let rings = Self.coverage(6, cell: 190, bends: 19, 4)
    let again = rings.map { ring in
      Self.moved(ring) { x, y in
        (metres * (1 + (y / 190).truncatingRemainder(dividingBy: 1)), metres * (x / 1140 - 0.5))
      }
    }
    try Self.check(Self.column(rings.map { [$0] }), Self.column(again.map { [$0] }))
  }

  @Test("agree on independent coverages with zones that have holes and islands")
  func zones() throws {
    let plots = Self.coverage(7, cell: 160, bends: 15, 1)
    let parcels = Self.coverage(4, cell: 285, bends: 23, 2)
    let blocks = Self.coverage(3, cell: 370, bends: 31, 3)
    func scaled(_ ring: Ring, _ factor: Double) -> Ring {
      let x = ring.map(\.x).reduce(0, +) / Double(ring.count)
      let y = ring.map(\.y).reduce(0, +) / Double(ring.count)
      return ring.map { (x: x + factor * ($0.x - x), y: y + factor * ($0.y - y)) }
    }
    // A ring with an island in its hole, and a zone that shares its border with the coverage.
    let zones = Self.column([
      [blocks[4], scaled(blocks[4], 0.6)], [scaled(blocks[4], 0.3)], [plots[0]],
      [scaled(blocks[8], 1.2)],
    ])
    try Self.check(
      Self.column(plots.map { [$0] }),
      Self.column(
        parcels.enumerated().map { $0 % 3 == 0 ? [$1, scaled($1, 0.4)] : [$1] }
          + [[scaled(parcels[5], 0.4)], [parcels[6]]]), zones: zones)
  }

  @Test("agree on polygons that were invalid and repaired, as all layers are before an overlay")
  func repaired() throws {
    let engine = GeometryEngine()
    var parcels: [[Ring]] = []
    for (number, ring) in Self.coverage(4, cell: 285, bends: 12, 9).enumerated() {
      var ring = ring
      switch number % 4 {
      // Two neighbouring vertices in the wrong order: a bow-tie.
      case 0: ring.swapAt(20, 21)
      // A loop through a far vertex.
      case 1: ring.insert(ring[(7 + ring.count / 2) % ring.count], at: 7)
      // A spike.
      case 2: ring.insert(contentsOf: [(x: ring[5].x + 400, y: ring[5].y + 3), ring[5]], at: 6)
      default: break
      }
      parcels.append([ring])
    }
    var filter = SelfCrossingFilter()
    let raw = Self.column(parcels)
    let suspects = Set(try filter.suspects(in: raw))
    var repaired = WKBColumn()
    for row in 0..<raw.count {
      let isValid = try #require(engine.validity(raw[row])).isValid
      #expect(isValid || suspects.contains(row))
      repaired.append(
        isValid ? Array(raw[row]) : try #require(engine.makeValid(raw[row], method: .structure)))
    }
    #expect(suspects.count >= 8)
    let plots = Self.coverage(7, cell: 160, bends: 15, 1)
    try Self.check(
      Self.column(plots.map { [$0] }), repaired, zones: Self.column([[plots[24]], [plots[25]]]))
  }
}
