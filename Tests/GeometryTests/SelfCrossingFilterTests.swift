import Geometry
import Testing

@Suite struct SelfCrossingFilterTests {
  static func isSuspect(_ polygon: PolygonBuffer) -> Bool {
    var filter = SelfCrossingFilter()
    return filter.isSuspect(polygon)
  }

  static let shell = box(0, 0, 10, 10)

  @Test func validPolygonsPass() {
    let valid: [PolygonBuffer] = [
      polygon(Self.shell),
      polygon(Self.shell.reversed()),
      polygon([(0, 0), (1, 0), (0, 1)]),
      // A repeated vertex is no fault.
      polygon([(0, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 10), (0, 10)]),
      // A vertex on a straight side is none either.
      polygon([(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)]),
      polygon(Self.shell, holes: [box(1, 1, 2, 2), box(3, 3, 9, 9)]),
      polygon([
        [Self.shell, box(1, 1, 9, 9)], [box(2, 2, 8, 8), box(3, 3, 7, 7)], [box(4, 4, 5, 5)],
      ]),
      polygon([[Self.shell], [box(11, 0, 12, 10)], [box(-5, -5, -1, 30)]]),
      PolygonBuffer(),
    ]
    for shape in valid { #expect(!Self.isSuspect(shape), "\(shape)") }
  }

  @Test func everyKindOfInvalidPolygonIsSuspected() {
    let invalid: [(String, PolygonBuffer)] = [
      ("bow-tie", polygon([(0, 0), (10, 10), (10, 0), (0, 10)])),
      ("two vertices swapped", polygon([(0, 0), (3, 1), (2, 0), (1, 1), (4, 0), (2, 9)])),
      (
        "touches itself in a vertex", polygon([(0, 0), (5, 5), (10, 0), (10, 10), (5, 5), (0, 10)])
      ),
      ("vertex on a side", polygon([(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)])),
      ("spike", polygon([(0, 0), (10, 0), (15, 0), (10, 0), (10, 10), (0, 10)])),
      ("spike at the closing vertex", polygon([(0, 0), (10, 0), (10, 10), (-3, 0), (5, 0)])),
      ("inward spike", polygon([(0, 0), (10, 0), (10, 10), (10, 3), (10, 10), (0, 10)])),
      ("runs twice", polygon(Self.shell + Self.shell)),
      ("side used twice", polygon([(0, 0), (10, 0), (10, 5), (3, 5), (7, 5), (7, 10), (0, 10)])),
      ("on one line", polygon([(0, 0), (5, 5), (10, 10)])),
      ("two vertices", polygon([(0, 0), (5, 5)])),
      ("one place", polygon([(1, 1), (1, 1), (1, 1)])),
      ("hole outside", polygon(Self.shell, holes: [box(20, 20, 21, 21)])),
      ("hole across the shell", polygon(Self.shell, holes: [box(5, 5, 15, 6)])),
      ("hole through a vertex", polygon(Self.shell, holes: [[(9, 9), (10, 10), (11, 12)]])),
      ("hole is the shell", polygon(Self.shell, holes: [Self.shell.reversed()])),
      ("hole along the shell", polygon(Self.shell, holes: [box(0, 2, 3, 4)])),
      ("hole in a hole", polygon(Self.shell, holes: [box(1, 1, 9, 9), box(2, 2, 3, 3)])),
      ("hole around the shell", polygon(Self.shell, holes: [box(-1, -1, 11, 11)])),
      ("crossing holes", polygon(Self.shell, holes: [box(1, 1, 5, 5), box(4, 4, 8, 8)])),
      ("part in a part", polygon([[Self.shell], [box(1, 1, 2, 2)]])),
      ("around a part", polygon([[box(1, 1, 2, 2)], [Self.shell]])),
      ("crossing parts", polygon([[Self.shell], [box(5, 5, 15, 15)]])),
      ("same part twice", polygon([[Self.shell], [Self.shell]])),
      ("parts with a common side", polygon([[Self.shell], [box(10, 0, 20, 10)]])),
      ("wider than the grid", polygon(box(0, 0, 300_000, 1))),
    ]
    for (name, shape) in invalid { #expect(Self.isSuspect(shape), "\(name)") }
  }

  /// Random vertex lists on a coarse grid: about half cross or touch themselves.
  @Test func agreesWithLookingAtEveryPairOfEdges() {
    var dice = Dice(77)
    var filter = SelfCrossingFilter()
    var counts = [0, 0]
    for _ in 0..<2500 {
      let span = Int.random(in: 2...60, using: &dice)
      var ring: SlabOracle.Ring
      if Bool.random(using: &dice) {
        ring = star(
          around: (0, 0), radii: 1...span, count: Int.random(in: 3...80, using: &dice), dice: &dice
        ).map { (Int($0.0), Int($0.1)) }
      } else {
        ring = (0..<Int.random(in: 3...6, using: &dice)).map { _ in
          (Int.random(in: 0...span, using: &dice), Int.random(in: 0...span, using: &dice))
        }
      }
      // Repeated vertices are allowed, and not the oracle's business.
      var distinct: SlabOracle.Ring = []
      for vertex in ring where distinct.last.map({ $0 != vertex }) ?? true {
        distinct.append(vertex)
      }
      while let first = distinct.first, let last = distinct.last, distinct.count > 1, first == last
      {
        distinct.removeLast()
      }
      let isSimple = SlabOracle.isSimple(distinct)
      let isSuspect = filter.isSuspect(gridPolygon([ring]))
      #expect(isSuspect != isSimple, "\(ring)")
      counts[isSimple ? 1 : 0] += 1
    }
    #expect(counts[0] > 500 && counts[1] > 500)
  }

  @Test func aLongRingWithOneFaultIsFound() throws {
    // Zigzag of 2000 vertices: valid; with two teeth on the saw swapped: not.
    var teeth: [(Double, Double)] = (0..<2000).map { (Double($0), $0 % 2 == 0 ? 0 : 1) }
    teeth += [(1999, 50), (0, 50)]
    var filter = SelfCrossingFilter()
    let isSuspect = filter.isSuspect(polygon(teeth))
    #expect(!isSuspect)
    var shapes = WKBColumn()
    var dice = Dice(4)
    for row in 0..<60 {
      var faulty = teeth
      if row % 3 == 0 {
        let place = Int.random(in: 1..<1997, using: &dice)
        faulty.swapAt(place, place + 2)
      }
      shapes.append(polygon(faulty))
    }
    let suspects = try filter.suspects(in: shapes)
    #expect(suspects == Array(stride(from: 0, to: 60, by: 3)))
    shapes.append([1, 2, 3])
    #expect(throws: WKBError.self) {
      var filter = SelfCrossingFilter()
      return try filter.suspects(in: shapes)
    }
  }
}
