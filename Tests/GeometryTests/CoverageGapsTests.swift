import Geometry
import Testing

@Suite struct CoverageGapsTests {
  private func gaps(_ polygons: [PolygonBuffer], rows: [Int]? = nil) throws -> [Double] {
    let shapes = column(polygons)
    let frame = try OverlayFrame(covering: try PlanarMeasures.envelopes(of: shapes))
    var gaps = CoverageGaps()
    let layer = try OverlayLayer(shapes, on: frame)
    // Twice, for the scratch memory.
    _ = gaps.areas(of: layer, rows: Array(polygons.indices))
    return gaps.areas(of: layer, rows: rows ?? Array(polygons.indices))
  }

  private func near(_ found: [Double], _ wanted: [Double]) -> Bool {
    found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  /// Nine boxes of 10 m side by side, without those named.
  private func ring(without missing: Set<Int>) -> [PolygonBuffer] {
    (0..<9).filter { !missing.contains($0) }.map { cell in
      let (x, y) = (Double(cell % 3) * 10, Double(cell / 3) * 10)
      return polygon(box(x, y, x + 10, y + 10))
    }
  }

  @Test func aCleanCoverageHasNone() throws {
    #expect(try gaps(ring(without: [])).isEmpty)
    #expect(try gaps(ring(without: [0, 1, 8])).isEmpty)
    #expect(try gaps([polygon(box(0, 0, 1, 1))]).isEmpty)
    #expect(try gaps([]).isEmpty)
  }

  @Test func aMissingMiddleIsAGap() throws {
    #expect(near(try gaps(ring(without: [4])), [100]))
    // Open to the side it is none.
    #expect(try gaps(ring(without: [4, 5])).isEmpty)
  }

  @Test func holesAreGapsAndIslandsInThemAreNot() throws {
    let holed = polygon(box(0, 0, 30, 30), holes: [box(10, 10, 20, 20)])
    #expect(near(try gaps([holed]), [100]))
    let island = polygon(box(12, 12, 15, 15))
    #expect(near(try gaps([holed, island]), [91]))
    #expect(try gaps([holed, polygon(box(10, 10, 20, 20))]).isEmpty)
    // A hole in the island is a gap of its own.
    let holedIsland = polygon(box(12, 12, 18, 18), holes: [box(14, 14, 16, 16)])
    #expect(near(try gaps([holed, holedIsland]), [64, 4]))
  }

  /// Borders with vertices that the neighbour lacks have no area between them.
  @Test func unequalVerticesAreNoGap() throws {
    let left = polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    let right = polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10, 7), (10, 4)])
    #expect(try gaps([left, right]).isEmpty)
    // One of them 2 m off: a sliver of 2 · 10 / 2 less what lies beside it.
    let bent = polygon([(10, 0), (20, 0), (20, 10), (10, 10), (12, 5)])
    #expect(near(try gaps([left, bent]), [10]))
    // Towards the neighbour it is an overlap and no gap.
    let over = polygon([(10, 0), (20, 0), (20, 10), (10, 10), (8, 5)])
    #expect(try gaps([left, over]).isEmpty)
  }

  @Test func gapsThatTouchInACornerAreTwo() throws {
    let cells = (0..<16).filter { $0 != 5 && $0 != 10 }.map { cell in
      let (x, y) = (Double(cell % 4) * 10, Double(cell / 4) * 10)
      return polygon(box(x, y, x + 10, y + 10))
    }
    #expect(near(try gaps(cells), [100, 100]))
  }

  @Test func onlyTheRowsNamedCount() throws {
    let all = ring(without: [])
    #expect(near(try gaps(all, rows: [0, 1, 2, 3, 5, 6, 7, 8]), [100]))
  }

  /// A lattice with moved nodes, some of its cells left out: the cells left out that cannot be
  /// reached from outside are the gaps.
  @Test(arguments: 1...30)
  func latticesAgreeWithACount(seed: UInt64) throws {
    var dice = Dice(seed)
    let side = 12
    var nodes: [[(Double, Double)]] = []
    for y in 0...side {
      var line: [(Double, Double)] = []
      for x in 0...side {
        let dx = Int.random(in: -6...6, using: &dice)
        let dy = Int.random(in: -6...6, using: &dice)
        line.append((Double(x * 20 + dx), Double(y * 20 + dy)))
      }
      nodes.append(line)
    }
    func cell(_ x: Int, _ y: Int) -> PolygonBuffer {
      var ring = [nodes[y][x], nodes[y][x + 1], nodes[y + 1][x + 1], nodes[y + 1][x]]
      if Bool.random(using: &dice) { ring.reverse() }
      return polygon(ring)
    }
    let isOut = (0..<side * side).map { _ in Int.random(in: 0..<10, using: &dice) < 4 }
    var polygons: [PolygonBuffer] = []
    for place in isOut.indices where !isOut[place] {
      polygons.append(cell(place % side, place / side))
    }
    // Flood fill of what is left out.
    var group = [Int](repeating: -1, count: side * side)
    var wanted: [Double] = []
    for start in isOut.indices where isOut[start] && group[start] < 0 {
      var open = [start]
      var isEnclosed = true
      var area = 0.0
      group[start] = start
      while let place = open.popLast() {
        let (x, y) = (place % side, place / side)
        area += PlanarMeasures.area(of: cell(x, y))
        for (nx, ny) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)] {
          guard (0..<side).contains(nx), (0..<side).contains(ny) else {
            isEnclosed = false
            continue
          }
          let next = ny * side + nx
          guard isOut[next], group[next] < 0 else { continue }
          group[next] = start
          open.append(next)
        }
      }
      if isEnclosed { wanted.append(area) }
    }
    let found = try gaps(polygons)
    #expect(near(found.sorted(), wanted.sorted()), "\(found) \(wanted)")
  }

  /// Each pair once gives the same areas as both ways.
  @Test func pairsOnceAreThePairsTwice() throws {
    var dice = Dice(7)
    var polygons: [PolygonBuffer] = []
    for _ in 0..<60 {
      let x = Double(Int.random(in: 0...90, using: &dice))
      let y = Double(Int.random(in: 0...90, using: &dice))
      polygons.append(polygon(box(x, y, x + 15, y + 12)))
    }
    let shapes = column(polygons)
    let frame = try OverlayFrame(covering: try PlanarMeasures.envelopes(of: shapes))
    let layer = try OverlayLayer(shapes, on: frame)
    var (both, once) = (
      OverlayKernel(overlapsWithin: layer), OverlayKernel(overlapsWithin: layer, pairsOnce: true)
    )
    var (all, half): ([OverlayShare], [OverlayShare]) = ([], [])
    for row in polygons.indices {
      _ = both.divide(subject: row, into: &all)
      _ = once.divide(subject: row, into: &half)
      let later = all.filter { $0.row > row }
      #expect(later.map(\.row) == half.map(\.row))
      #expect(zip(later, half).allSatisfy { abs($0.area - $1.area) < 1e-6 })
    }
  }
}
