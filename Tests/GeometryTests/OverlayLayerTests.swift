import Geometry
import Testing

@Suite("Overlay layers cut to a frame and joined from parts")
struct OverlayLayerTests {
  private static func divide(
    _ subjects: WKBColumn, _ others: OverlayLayer, _ zones: OverlayLayer, _ frame: OverlayFrame
  ) throws -> [OverlayTotals] {
    var kernel = try OverlayKernel(
      subjects: try OverlayLayer(subjects: subjects, on: frame), others: others,
      excluding: [zones])
    var shares: [OverlayShare] = []
    return (0..<subjects.count).map { kernel.divide(subject: $0, into: &shares) }
  }

  private static let subjects = column([
    polygon(box(500_000, 2_600_000, 500_100, 2_600_100)),
    polygon(box(500_100, 2_600_000, 500_200, 2_600_100)),
    polygon(box(500_030, 2_600_040, 500_130, 2_600_090)),
  ])

  @Test("a kernel goes on with other subjects as a new one would")
  func otherSubjects() throws {
    let frame = try OverlayFrame(
      around: Envelope(union: try PlanarMeasures.envelopes(of: Self.subjects)))
    let others = try OverlayLayer(Self.subjects, on: frame)
    let none = try OverlayLayer(subjects: WKBColumn(), on: frame)
    let expected = try Self.divide(Self.subjects, others, none, frame)
    #expect(expected[2].overlapped > 0)
    var kernel = try OverlayKernel(subjects: none, others: others)
    var shares: [OverlayShare] = []
    for row in [2, 0, 1] {
      var alone = WKBColumn()
      alone.append(Self.subjects[row])
      try kernel.take(subjects: try OverlayLayer(subjects: alone, on: frame))
      let totals = kernel.divide(subject: 0, into: &shares)
      #expect(totals == expected[row])
    }
    let elsewhere = try OverlayFrame(around: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1))
    let far = try OverlayLayer(subjects: WKBColumn(), on: elsewhere)
    #expect(throws: OverlayError.differentFrames) { try kernel.take(subjects: far) }
  }

  @Test("a zone that reaches through a province counts where it meets the county")
  func province() throws {
    // 900 km wide, slanting through the subjects, with a hole elsewhere and a part far away.
    let zone = column([
      polygon([
        [
          [
            (100_000, 2_200_000), (1_000_000, 3_100_000), (1_000_000, 3_100_100),
            (100_000, 2_200_100),
          ]
        ],
        [
          box(100_000, 3_000_000, 200_000, 3_100_000), box(110_000, 3_010_000, 120_000, 3_020_000),
        ],
      ])
    ])
    let here = try PlanarMeasures.envelopes(of: Self.subjects)
    let frame = try OverlayFrame(around: Envelope(union: here))
    #expect(!frame.holds(try PlanarMeasures.envelopes(of: zone)[0]))
    #expect(throws: OverlayError.outsideFrame(row: 0)) { try OverlayLayer(zone, on: frame) }
    let none = try OverlayLayer(WKBColumn(), on: frame)
    let found = try Self.divide(
      Self.subjects, none, try OverlayLayer(clipping: zone, on: frame), frame)
    // The same strip of x ≤ y − 2 100 000 < x + 100, cut by hand.
    let near = column([
      polygon([
        (499_000, 2_599_000), (502_000, 2_602_000), (502_000, 2_602_100), (499_000, 2_599_100),
      ])
    ])
    let expected = try Self.divide(
      Self.subjects, none, try OverlayLayer(near, on: frame), frame)
    for (one, other) in zip(found, expected) {
      #expect(abs(one.eligible - other.eligible) < 1e-6 * one.subject)
    }
    #expect(abs(expected[0].excluded - 5000) < 1e-3)
  }

  @Test("cutting changes nothing of what lies on the frame, and parts joined are the whole")
  func parts() throws {
    var dice = Dice(3)
    var others: [PolygonBuffer] = []
    for _ in 0..<60 {
      let x = Double(Int.random(in: -50...250, using: &dice)) + 500_000
      let y = Double(Int.random(in: -50...150, using: &dice)) + 2_600_000
      others.append(polygon([(x, y), (x + 60, y + 7), (x + 41, y + 55), (x - 3, y + 30)]))
    }
    let frame = try OverlayFrame(
      around: Envelope(union: try PlanarMeasures.envelopes(of: Self.subjects)))
    let whole = try OverlayLayer(column(others), on: frame)
    let pieces = try [0..<1, 1..<20, 20..<20, 20..<60].map {
      try OverlayLayer(clipping: column(Array(others[$0])), on: frame)
    }
    let zones = try OverlayLayer(column([others[7], others[33]]), on: frame)
    let joined = OverlayLayer(joining: pieces, on: frame)
    #expect(
      try Self.divide(Self.subjects, whole, zones, frame)
        == Self.divide(Self.subjects, joined, zones, frame))
    // And the frame does not matter either.
    let tight = try OverlayFrame(
      covering: try PlanarMeasures.envelopes(of: Self.subjects)
        + PlanarMeasures.envelopes(of: column(others)))
    #expect(
      try Self.divide(Self.subjects, whole, zones, frame)
        == Self.divide(
          Self.subjects, try OverlayLayer(column(others), on: tight),
          try OverlayLayer(column([others[7], others[33]]), on: tight), tight))
  }
}
