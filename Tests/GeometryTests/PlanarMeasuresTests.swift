import Geometry
import Testing

@Suite struct PlanarMeasuresTests {
  @Test func areaCountsShellsAndTakesOffHolesWhateverTheirOrientation() throws {
    let shell = box(0, 0, 10, 10)
    let hole = box(2, 2, 4, 5)
    for outer in [shell, shell.reversed()] {
      for inner in [hole, hole.reversed()] {
        let shape = polygon([[outer, inner], [box(20, 20, 21, 22)]])
        #expect(PlanarMeasures.area(of: shape) == 96)
        #expect(try PlanarMeasures.areas(of: column([shape])) == [96])
      }
    }
    #expect(PlanarMeasures.signedArea(ofRing: 0, of: polygon(shell)) == 100)
    #expect(PlanarMeasures.signedArea(ofRing: 0, of: polygon(shell.reversed())) == -100)
  }

  /// A mu is 666.67 square metres; at the far coordinates of a zone-prefixed projection the
  /// area of a plot must still be right to the square centimetre.
  @Test func areaKeepsItsDigitsFarFromTheOrigin() throws {
    let x = 38_512_345.125
    let y = 2_567_890.5
    let shape = polygon([(x, y), (x + 100, y), (x + 100, y + 100), (x, y + 100)])
    #expect(abs(PlanarMeasures.area(of: shape) - 10_000) < 1e-6)
    #expect(abs(try PlanarMeasures.areas(of: column([shape]))[0] - 10_000) < 1e-6)
  }

  @Test func orientationIsWhatWasAskedFor() {
    for wanted in [true, false] {
      var shape = polygon([
        [box(0, 0, 10, 10), box(2, 2, 4, 4).reversed(), box(5, 5, 6, 6)],
        [box(20, 0, 25, 5).reversed()],
      ])
      shape.orient(shellsCounterclockwise: wanted)
      let signs = (0..<4).map { PlanarMeasures.signedArea(ofRing: $0, of: shape) > 0 }
      #expect(signs == [wanted, !wanted, !wanted, wanted])
      #expect(PlanarMeasures.area(of: shape) == 100 - 4 - 1 + 25)
    }
  }

  @Test func centroidOfAnLShapeAndOfARingAreWhereTheyBelong() throws {
    // Two boxes: area 4 around (1, 1), area 4 around (4, .5).
    let lShape = polygon([(0, 0), (6, 0), (6, 1), (2, 1), (2, 2), (0, 2)])
    let place = try #require(PlanarMeasures.centroid(of: lShape))
    #expect(abs(place.x - 2.5) < 1e-12 && abs(place.y - 0.75) < 1e-12)
    let ring = polygon(box(10, 10, 20, 20), holes: [box(11, 11, 19, 19)])
    let middle = try #require(PlanarMeasures.centroid(of: ring))
    #expect(abs(middle.x - 15) < 1e-12 && abs(middle.y - 15) < 1e-12)
    let inside = try #require(PlanarMeasures.interiorPoint(of: ring))
    #expect(PlanarMeasures.contains(ring, x: inside.x, y: inside.y))
    #expect(!PlanarMeasures.contains(ring, x: 15, y: 15))
    #expect(PlanarMeasures.centroid(of: polygon([(0, 0), (1, 1), (0, 0)])) == nil)
    #expect(PlanarMeasures.interiorPoint(of: polygon([(0, 0), (1, 0), (0, 0)])) == nil)
    #expect(PlanarMeasures.centroid(of: PolygonBuffer()) == nil)
  }

  @Test func interiorPointsAreInside() throws {
    var dice = Dice(3)
    for _ in 0..<300 {
      let count = Int.random(in: 3...40, using: &dice)
      let shape = polygon(
        star(around: (50, 50), radii: 1...40, count: count, dice: &dice))
      guard PlanarMeasures.area(of: shape) > 0 else { continue }
      let point = try #require(PlanarMeasures.interiorPoint(of: shape))
      #expect(PlanarMeasures.contains(shape, x: point.x, y: point.y))
    }
  }

  /// Every point of a chessboard belongs to one field, also on the lines.
  @Test func bordersBelongToOneNeighbourOnly() {
    var fields: [PolygonBuffer] = []
    for row in 0..<4 {
      for file in 0..<4 {
        fields.append(
          polygon(box(Double(file), Double(row), Double(file + 1), Double(row + 1))))
      }
    }
    for step in 1..<16 {
      for other in 1..<16 {
        let (x, y) = (Double(step) / 4, Double(other) / 4)
        let owners = fields.count { PlanarMeasures.contains($0, x: x, y: y) }
        #expect(owners == 1)
      }
    }
  }
}
