import Testing

@testable import Reporting

/// Deterministic noise in -1...1.
private struct Noise {
  var state: UInt64 = 99
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state)) / Double(Int64.max)
  }
}

private func distance(_ x: Double, _ y: Double, _ ring: [Double]) -> Double {
  var nearest = Double.infinity
  let count = ring.count / 2
  for index in 0..<count {
    let next = (index + 1) % count
    let (ax, ay) = (ring[2 * index], ring[2 * index + 1])
    let (dx, dy) = (ring[2 * next] - ax, ring[2 * next + 1] - ay)
    let length = dx * dx + dy * dy
    let t = length > 0 ? min(max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) : 0
    let (ex, ey) = (x - ax - t * dx, y - ay - t * dy)
    nearest = min(nearest, (ex * ex + ey * ey).squareRoot())
  }
  return nearest
}

@Test(arguments: [0.5, 5, 40])
func simplifiedRingsStayWithinTheTolerance(tolerance: Double) {
  var noise = Noise()
  for seed in 0..<20 {
    var ring = SampleReport.rings(0, 0, 900, seed)
    for index in ring.indices { ring[index] += noise.next() * 8 }
    let simple = RingSimplifier.simplify(ring + ring.prefix(2), tolerance: tolerance)
    #expect(simple.count <= ring.count)
    for index in stride(from: 0, to: ring.count, by: 2) {
      #expect(distance(ring[index], ring[index + 1], simple) <= tolerance * (1 + 1e-9))
    }
  }
}

@Test func redundantVerticesGo() {
  let square = [0.0, 0, 5, 0, 10, 0, 10, 4, 10, 10, 0, 10, 0, 3, 0, 0]
  #expect(RingSimplifier.simplify(square, tolerance: 0.01) == [0, 0, 10, 0, 10, 10, 0, 10])
  #expect(RingSimplifier.simplify([0, 0, 1, 1], tolerance: 1) == [])
  #expect(RingSimplifier.simplify([0, 0, 1, .nan, 2, 2], tolerance: 0) == [])
}

@Test func labelsLieInsideEvenOfACrescentWithAHole() throws {
  let crescent = [0.0, 0, 10, 0, 10, 10, 0, 10, 0, 9, 9, 9, 9, 1, 0, 1]
  let hole = [9.3, 3.0, 9.7, 3, 9.7, 7, 9.3, 7]
  let point = try #require(InteriorPoint.of([crescent, hole]))
  var crossings = 0
  for ring in [crescent, hole] {
    for index in 0..<ring.count / 2 {
      let next = (index + 1) % (ring.count / 2)
      let (y1, y2) = (ring[2 * index + 1], ring[2 * next + 1])
      let (x1, x2) = (ring[2 * index], ring[2 * next])
      if (y1 > point.y) != (y2 > point.y),
        point.x < (x2 - x1) * (point.y - y1) / (y2 - y1) + x1
      {
        crossings += 1
      }
    }
  }
  #expect(crossings % 2 == 1)
  #expect(InteriorPoint.of([[0, 0, 1, 0, 2, 0]]) == nil)
}

@Test func aMapHasOnePathForEachClassAndWholeCoordinates() throws {
  var map = SampleReport.map
  map.villages = []
  let image = map.render()
  let reader = MarkupReader(Array(image.markup.utf8))
  #expect(reader.isWellFormed)
  let paths = reader.elements.filter { $0.name == "path" && $0.attributes["stroke-width"] == "4" }
  #expect(paths.count == map.classes.count)
  let data = paths.compactMap { $0.attributes["d"] }.joined()
  #expect(!data.contains("."))
  #expect(data.count { $0 == "M" } == map.polygons.count)
}

@Test func pathsCloseOnTheirStartAndLandWhereThePointsAre() {
  // 100 m wide in 100 pixels less two margins of 8.
  let view = MapView(
    rings: [[0.0, 0, 84, 0, 84, 84, 0, 84]], [[Double]](), width: 100, maximumHeight: 100)
  var path = MapPath()
  path.append([0, 0, 84, 0, 84, 84, 0, 84], in: view)
  #expect(path.text == "M80 920l840 0 0-840-840 0z")
}

@Test func absurdInputDrawsNothingAndDoesNotStop() {
  let rings: [[Double]] = [
    [], [1], [.nan, 1, 2, 3, 4, 5], [1e300, 0, 0, 1e300, -1e300, 0], [1, 1, 1, 1, 1, 1],
  ]
  let map = SVGMap(
    title: "<&>", classes: [ChartClass(name: "\"<", fill: "red\"/><script>")],
    polygons: [
      MapPolygon(classIndex: 0, rings: rings), MapPolygon(classIndex: 7, rings: rings),
      MapPolygon(classIndex: -1, rings: rings),
    ], villages: [MapVillage(label: "<b>", name: "&", rings: rings)])
  #expect(MarkupReader(Array(map.render().markup.utf8)).isWellFormed)
  #expect(!map.render().markup.contains("<script"))
  let bars = BarChart(
    title: "", unit: "t", classes: [],
    bars: [
      .init(label: "a", mid: .nan), .init(label: "b", mid: -.infinity),
      .init(label: "c", mid: 1e300, low: -1e300, high: .infinity), .init(label: "", mid: -5),
    ])
  #expect(MarkupReader(Array(bars.render().markup.utf8)).isWellFormed)
  let stack = StackedBars(
    title: "", unit: "t", classes: [ChartClass(name: "x", fill: "#123456")],
    bars: [.init(label: "a", values: [-1, .nan, 3]), .init(label: "b", values: [])])
  #expect(MarkupReader(Array(stack.render().markup.utf8)).isWellFormed)
  let fall = WaterfallChart(title: "", unit: "t", steps: [.change(label: "a", .nan)])
  #expect(MarkupReader(Array(fall.render().markup.utf8)).isWellFormed)
}

@Test(arguments: [(0.3, 0.5), (1, 1), (1.1, 2), (2.1, 2.5), (3, 5), (7, 10), (430, 500)])
func stepsAreRound(value: Double, step: Double) {
  #expect(abs(ChartScale.roundStep(value) - step) < 1e-12 * step)
}

@Test func scalesCoverTheirValuesAndZero() {
  for values in [[3.0, 17], [-4, 9], [-8, -1], [0], [1e-7], [99_999]] {
    let scale = ChartScale(covering: values, start: 10, length: 300)
    for value in values + [0] {
      #expect((10 - 1e-9...310 + 1e-9).contains(scale.position(value)))
    }
    #expect((2...12).contains(scale.ticks.count))
  }
}
