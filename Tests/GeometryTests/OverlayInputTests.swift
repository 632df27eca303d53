import Geometry
import Testing

/// What goes in: shared, empty, broken and oversized layers.
@Suite struct OverlayInputTests {
  @Test func kernelsOnManyTasksGiveTheSame() async throws {
    var dice = Dice(34)
    let layers = try OverlayKernelTests.layers([
      column(OverlayKernelTests.coverage(12, size: 1_000_000, &dice)),
      column(OverlayKernelTests.coverage(7, size: 1_700_000, &dice)),
    ])
    let kernel = try OverlayKernel(subjects: layers[0], others: layers[1])
    @Sendable func all(from first: Int) -> [[OverlayShare]] {
      var own = kernel
      var shares: [OverlayShare] = []
      var results = Array(repeating: shares, count: 144)
      for step in 0..<144 {
        _ = own.divide(subject: (first + step) % 144, into: &shares)
        results[(first + step) % 144] = shares
      }
      return results
    }
    let truth = all(from: 0)
    await withTaskGroup(of: [[OverlayShare]].self) { group in
      for task in 1...8 { group.addTask { all(from: task * 17) } }
      for await results in group { #expect(results == truth) }
    }
  }

  /// Nothing is promised for invalid polygons, except that no figure is absurd.
  @Test func invalidPolygonsNeitherTrapNorGiveAbsurdFigures() throws {
    var dice = Dice(99)
    func scribble() -> PolygonBuffer {
      let corners = Int.random(in: 1...30, using: &dice)
      let ring: SlabOracle.Ring = (0..<corners).map { _ in
        (Int.random(in: 0...12, using: &dice) * 9999, Int.random(in: 0...12, using: &dice) * 9999)
      }
      return gridPolygon(Bool.random(using: &dice) ? [ring] : [ring, Array(ring.reversed())])
    }
    for _ in 0..<40 {
      let layers = try OverlayKernelTests.layers([
        column((0..<6).map { _ in scribble() }), column((0..<6).map { _ in scribble() }),
        column([scribble()]),
      ])
      var kernel = try OverlayKernel(
        subjects: layers[0], others: layers[1], excluding: [layers[2]])
      var shares: [OverlayShare] = []
      for subject in 0..<6 {
        let totals = kernel.divide(subject: subject, into: &shares)
        let isSane =
          0 <= totals.overlapped && totals.overlapped <= totals.covered
          && totals.covered <= totals.eligible && totals.eligible <= max(0, totals.subject)
          && 0 <= totals.excludedOverlapped
          && totals.excludedOverlapped <= totals.excludedCovered
          && totals.excludedCovered <= max(0, totals.excluded)
          && shares.allSatisfy {
            0 <= $0.area && 0 <= $0.excludedArea && 0 < $0.wholeArea
              && $0.area <= totals.eligible && $0.excludedArea <= totals.excluded
          }
        #expect(isSane, "\(totals) \(shares)")
      }
    }
  }

  @Test func emptyRowsAndEmptyLayersTakePartInNothing() throws {
    let square = polygon(box(0, 0, 10, 10))
    let sliver = polygon([(0, 0), (5, 0), (10, 0)])
    let layers = try OverlayKernelTests.layers([
      column([PolygonBuffer(), square, sliver]), column([PolygonBuffer(), square, sliver]),
      column([]),
    ])
    var kernel = try OverlayKernel(
      subjects: layers[0], others: layers[1], excluding: [layers[2]])
    var shares: [OverlayShare] = []
    let nothing = OverlayTotals(subject: 0, eligible: 0, covered: 0, overlapped: 0)
    #expect(kernel.divide(subject: 0, into: &shares) == nothing)
    #expect(kernel.divide(subject: 2, into: &shares) == nothing)
    #expect(kernel.divide(subject: 1, into: &shares).covered == 100)
    #expect(shares == [OverlayShare(row: 1, area: 100)])
  }

  @Test func whatDoesNotFitTheGridIsRefused() throws {
    let limit = OverlayFrame.limit
    #expect(limit > 214_748 && limit < 214_749)
    func frame(_ width: Double) throws(OverlayError) -> OverlayFrame {
      try OverlayFrame(covering: [
        Envelope(minX: 400_000, minY: 2_500_000, maxX: 400_000 + width, maxY: 2_500_001)
      ])
    }
    _ = try frame(214_748)
    #expect(throws: OverlayError.extentTooLarge(width: 214_749, height: 1, limit: limit)) {
      try frame(214_749)
    }
    #expect(throws: OverlayError.self) {
      try OverlayFrame(covering: [Envelope(minX: -1e300, minY: 0, maxX: 1e300, maxY: 1)])
    }
    let near = try frame(1000)
    let outside = column([
      polygon(box(400_000, 2_500_000, 400_001, 2_500_001)),
      polygon(box(399_999, 2_500_000, 400_001, 2_500_001)),
    ])
    #expect(throws: OverlayError.outsideFrame(row: 1)) { try OverlayLayer(outside, on: near) }
    var broken = WKBColumn()
    broken.append([1, 3, 0])
    #expect(
      throws: OverlayError.geometry(
        WKBError(row: 0, offset: 0, problem: .truncated(needed: 5, available: 3)))
    ) { try OverlayLayer(broken, on: near) }
    let one = try OverlayLayer(column([]), on: near)
    let two = try OverlayLayer(
      column([]),
      on: OverlayFrame(covering: [Envelope(minX: 1, minY: 1, maxX: 2, maxY: 2)]))
    #expect(throws: OverlayError.differentFrames) { try OverlayKernel(subjects: one, others: two) }
  }
}
