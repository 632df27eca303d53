import Geometry
import Testing

@Suite struct OverlayKernelTests {
  typealias Ring = SlabOracle.Ring

  static func layers(_ columns: [WKBColumn]) throws -> [OverlayLayer] {
    var envelopes: [Envelope] = []
    for column in columns { envelopes += try PlanarMeasures.envelopes(of: column) }
    let frame = try OverlayFrame(covering: envelopes)
    return try columns.map { try OverlayLayer($0, on: frame) }
  }

  /// Lays one subject under others and zones and compares everything with the oracle.
  static func check(
    _ subject: [Ring], _ others: [[Ring]], _ zones: [[Ring]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let truth = SlabOracle(subject: subject, others: others, zones: zones).solve()
    // Zones in two layers, as reserves and red lines are.
    let layers = try layers([
      column([gridPolygon(subject)]), column(others.map { gridPolygon($0) }),
      column(zones.prefix(1).map { gridPolygon($0) }),
      column(zones.dropFirst().map { gridPolygon($0) }),
    ])
    var kernel = try OverlayKernel(
      subjects: layers[0], others: layers[1], excluding: [layers[2], layers[3]])
    var shares: [OverlayShare] = []
    let totals = kernel.divide(subject: 0, into: &shares)
    // Less than a cell is not reported.
    let slack = 1.01e-8 + 1e-9 * truth.subject
    func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= slack }
    let detail: Comment = "\(subject) \(others) \(zones)"
    #expect(same(totals.subject, truth.subject), detail, sourceLocation: sourceLocation)
    #expect(same(totals.eligible, truth.eligible), detail, sourceLocation: sourceLocation)
    #expect(same(totals.covered, truth.covered), detail, sourceLocation: sourceLocation)
    #expect(same(totals.overlapped, truth.overlapped), detail, sourceLocation: sourceLocation)
    #expect(shares.map(\.row) == shares.map(\.row).sorted(), sourceLocation: sourceLocation)
    for other in others.indices {
      let share = shares.first { $0.row == other }?.area ?? 0
      #expect(same(share, truth.shares[other]), detail, sourceLocation: sourceLocation)
    }
    // What lies inside the zones is what is missing from the answer without zones.
    let whole = SlabOracle(subject: subject, others: others, zones: []).solve()
    #expect(
      same(totals.covered + totals.excludedCovered, whole.covered), detail,
      sourceLocation: sourceLocation)
    #expect(
      same(totals.overlapped + totals.excludedOverlapped, whole.overlapped), detail,
      sourceLocation: sourceLocation)
    for other in others.indices {
      let share = shares.first { $0.row == other }?.wholeArea ?? 0
      #expect(same(share, whole.shares[other]), detail, sourceLocation: sourceLocation)
    }
  }

  static func square(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Ring {
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
  }

  /// A simple ring on a coarse grid, so that vertices and edges of different polygons often
  /// coincide; sometimes a vertex is moved by one cell.
  static func randomRing(_ dice: inout Dice, step: Int, around: ClosedRange<Int>) -> Ring {
    while true {
      let centre = (
        Int.random(in: around, using: &dice), Int.random(in: around, using: &dice)
      )
      let corners = Int.random(in: 3...14, using: &dice)
      let jitter = Int.random(in: 0...3, using: &dice) == 0
      let ring: Ring = star(around: centre, radii: 1...7, count: corners, dice: &dice).map {
        (
          Int($0.0) * step + (jitter ? Int.random(in: -1...1, using: &dice) : 0),
          Int($0.1) * step + (jitter ? Int.random(in: -1...1, using: &dice) : 0)
        )
      }
      if SlabOracle.isSimple(ring) { return ring }
    }
  }

  @Test(arguments: [1000, 7919, 1_000_000, 70_000_000])
  func randomPolygonsAgreeWithTheSlabs(step: Int) throws {
    var dice = Dice(UInt64(step))
    for _ in 0..<150 {
      let ring = Self.randomRing(&dice, step: step, around: 6...8)
      let others = (0..<Int.random(in: 1...4, using: &dice)).map { _ in
        Bool.random(using: &dice)
          ? [Self.randomRing(&dice, step: step, around: 3...11)]
          : [ring]
      }
      let zones = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        [Self.randomRing(&dice, step: step, around: 0...14)]
      }
      try Self.check([ring], others, zones)
    }
  }

  @Test func holesCountAsOutsideOnEverySide() throws {
    let step = 1000
    var dice = Dice(5)
    for _ in 0..<100 {
      // A frame around each random ring gives it holes that others cut, touch and share.
      let hole = Self.randomRing(&dice, step: step, around: 6...8)
      let otherHole = Self.randomRing(&dice, step: step, around: 6...8)
      let subject = [Self.square(-2000, -2000, 17_000, 17_000), hole]
      let other = [Self.square(-2000, -1500, 16_000, 20_000), otherHole]
      let zone = [
        Self.square(1000, -3000, 9000, 9000), [(2000, 2000), (3000, 2000), (3000, 3000)],
      ]
      try Self.check(
        subject,
        [
          other, [hole],
          [
            Self.square(-2000, -9000, 30_000, 30_000), otherHole,
            Self.square(20_000, 0, 21_000, 1000),
          ],
        ], [zone])
      try Self.check([hole], [subject, other], [])
    }
  }

  @Test func neighboursThatOnlyTouchShareNothing() throws {
    let a = Self.square(0, 0, 10_000, 10_000)
    let touching: [Ring] = [
      Self.square(10_000, 0, 20_000, 10_000), Self.square(-5000, 10_000, 20_000, 20_000),
      Self.square(10_000, 10_000, 11_000, 11_000), Self.square(-10_000, -3000, 0, 3000),
      [(10_000, 5000), (20_000, 0), (20_000, 10_000)],
    ]
    for other in touching {
      try Self.check([a], [[other]], [])
      try Self.check([other], [[a]], [])
      try Self.check([a], [[a]], [[other]])
      let layers = try Self.layers([column([gridPolygon([a])]), column([gridPolygon([other])])])
      var kernel = try OverlayKernel(subjects: layers[0], others: layers[1])
      var shares = [OverlayShare(row: 9, area: 9)]
      let totals = kernel.divide(subject: 0, into: &shares)
      #expect(shares.isEmpty)
      #expect(totals == OverlayTotals(subject: 1, eligible: 1, covered: 0, overlapped: 0))
    }
  }

  @Test func bordersOneCellApartAreToldApart() throws {
    // Two parcels that overlap by a strip of 0.1 mm × 1 m, and two that leave such a gap.
    let subject = Self.square(0, 0, 20_000, 10_000)
    for shift in [-1, 0, 1] {
      let left = Self.square(0, 0, 10_000 + shift, 10_000)
      let right = Self.square(10_000, 0, 20_000, 10_000)
      try Self.check([subject], [[left], [right]], [])
      let layers = try Self.layers([
        column([gridPolygon([subject])]), column([gridPolygon([left]), gridPolygon([right])]),
      ])
      var kernel = try OverlayKernel(subjects: layers[0], others: layers[1])
      var shares: [OverlayShare] = []
      let totals = kernel.divide(subject: 0, into: &shares)
      #expect(abs(totals.uncovered - (shift < 0 ? 1e-4 : 0)) < 1e-12)
      #expect(abs(totals.overlapped - (shift > 0 ? 1e-4 : 0)) < 1e-12)
    }
    // Two nearly parallel borders of a kilometre that cross at a flat angle.
    let long: Ring = [(0, 0), (10_000_000, 1), (10_000_000, 50_000), (0, 50_000)]
    let other: Ring = [(0, 1), (10_000_000, 0), (10_000_000, -50_000), (0, -50_000)]
    try Self.check([long], [[other]], [])
    try Self.check([long], [[other], [long]], [[other]])
  }

  @Test func duplicatesAndIslandsInHoles() throws {
    let ring = Self.square(0, 0, 9000, 9000)
    try Self.check([ring], [[ring], [ring], [ring]], [])
    try Self.check([ring], [[ring]], [[ring]])
    try Self.check([ring], [[ring]], [[ring.reversed()], [ring]])
    // An island in the hole of the same polygon, by hand: 81 − 49 + 9 square centimetres.
    let island = polygon([
      [box(0, 0, 0.9, 0.9), box(0.1, 0.1, 0.8, 0.8)], [box(0.3, 0.3, 0.6, 0.6)],
    ])
    let whole = polygon(box(-1, -1, 2, 2))
    let half = polygon(box(-1, -1, 0.45, 2))
    let layers = try Self.layers([column([whole, island]), column([island, half])])
    var kernel = try OverlayKernel(subjects: layers[0], others: layers[1])
    var shares: [OverlayShare] = []
    let totals = kernel.divide(subject: 0, into: &shares)
    #expect(shares.map(\.row) == [0, 1])
    #expect(abs(shares[0].area - 0.41) < 1e-12)
    #expect(abs(totals.overlapped - 0.205) < 1e-12)
    let own = kernel.divide(subject: 1, into: &shares)
    #expect(abs(own.covered - own.subject) < 1e-12)
    #expect(abs(shares[1].area - 0.205) < 1e-12)
  }

  @Test func spikesWithoutAreaChangeNothing() throws {
    let spiked = polygon([
      (0, 0), (5, 0), (20, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 4), (-7, 4), (0, 4),
    ])
    let plain = polygon(box(0, 0, 10, 10))
    let right = polygon(box(5, -5, 30, 30))
    let zone = polygon(box(-10, 3, 2, 5))
    var answers: [OverlayTotals] = []
    for subject in [spiked, plain] {
      for other in [right, spiked] {
        let layers = try Self.layers([column([subject]), column([other]), column([zone])])
        var kernel = try OverlayKernel(
          subjects: layers[0], others: layers[1], excluding: [layers[2]])
        var shares: [OverlayShare] = []
        answers.append(kernel.divide(subject: 0, into: &shares))
      }
    }
    #expect(answers[0] == answers[2])
    #expect(answers[1] == answers[3])
    #expect(answers[0] == OverlayTotals(subject: 100, eligible: 96, covered: 50, overlapped: 0))
    #expect(answers[1].covered == 96)
  }

  /// A coverage of quadrilaterals whose shared corners lie anywhere.
  static func coverage(_ count: Int, size: Int, _ dice: inout Dice) -> [PolygonBuffer] {
    var corners: [[(Int, Int)]] = []
    for row in 0...count {
      corners.append(
        (0...count).map { file in
          let inner = row > 0 && row < count && file > 0 && file < count
          let range = inner ? -size / 3...size / 3 : 0...0
          return (
            file * size + Int.random(in: range, using: &dice),
            row * size + Int.random(in: range, using: &dice)
          )
        })
    }
    var fields: [PolygonBuffer] = []
    for row in 0..<count {
      for file in 0..<count {
        fields.append(
          gridPolygon([
            [
              corners[row][file], corners[row][file + 1], corners[row + 1][file + 1],
              corners[row + 1][file],
            ]
          ]))
      }
    }
    return fields
  }

  @Test func sharesOfACoverageSumToTheWhole() throws {
    var dice = Dice(8)
    let fine = Self.coverage(30, size: 1_000_000, &dice)
    let coarse = Self.coverage(10, size: 3_000_000, &dice)
    let layers = try Self.layers([column(fine), column(coarse)])
    var kernel = try OverlayKernel(subjects: layers[0], others: layers[1])
    var back = try OverlayKernel(subjects: layers[1], others: layers[0])
    var shares: [OverlayShare] = []
    var there: [[Int]: Double] = [:]
    for subject in fine.indices {
      let totals = kernel.divide(subject: subject, into: &shares)
      #expect(abs(shares.reduce(0) { $0 + $1.area } - totals.subject) < 1e-9 * totals.subject)
      #expect(abs(totals.uncovered) < 1e-9 * totals.subject)
      #expect(totals.overlapped < 1e-9 * totals.subject)
      for share in shares { there[[subject, share.row]] = share.area }
    }
    // The same shares from the other side.
    for subject in coarse.indices {
      let totals = back.divide(subject: subject, into: &shares)
      #expect(abs(totals.uncovered) < 1e-9 * totals.subject)
      for share in shares {
        let known = there.removeValue(forKey: [share.row, subject])
        let area = try #require(known)
        #expect(abs(area - share.area) < 1e-9 * totals.subject)
      }
    }
    #expect(there.isEmpty)
    // A clean coverage has no overlap with itself; with two rows repeated it has those.
    var clean = OverlayKernel(overlapsWithin: layers[0])
    for subject in fine.indices {
      #expect(clean.divide(subject: subject, into: &shares).covered == 0)
      #expect(shares.isEmpty)
    }
    let dirty = try Self.layers([column(fine + [fine[17], fine[200]])])[0]
    var check = OverlayKernel(overlapsWithin: dirty)
    var found: [[Int]] = []
    for subject in 0..<dirty.count {
      _ = check.divide(subject: subject, into: &shares)
      for share in shares {
        found.append([subject, share.row])
        #expect(abs(share.area - dirty.areas[subject]) < 1e-9 * share.area)
      }
    }
    #expect(found == [[17, 900], [200, 901], [900, 17], [901, 200]])
  }

  /// Huge zones that overlap each other, and parcels with long edges that run far outside the
  /// subjects: what is added up over small subjects must be what one large subject gets.
  @Test func smallSubjectsAddUpToWhatALargeOneGets() throws {
    var dice = Dice(21)
    let size = 10_000_000
    func blob(_ points: Int, _ centre: Int, _ radius: Int) -> PolygonBuffer {
      let ring = star(
        around: (centre + Int.random(in: -500_000...500_000, using: &dice), centre),
        radii: radius...radius + radius / 10, count: points, dice: &dice)
      return gridPolygon([ring.map { (Int($0.0), Int($0.1)) }])
    }
    let tiles = Self.coverage(20, size: size / 20, &dice)
    let whole = gridPolygon([Self.square(0, 0, size, size)])
    let zones = [blob(5000, 3_000_000, 2_000_000), blob(3000, 5_000_000, 2_500_000)]
    let parcels = [
      blob(40, 4_000_000, 3_000_000), blob(4000, 7_000_000, 2_000_000),
      blob(5, 5_000_000, 4_000_000), blob(7, 2_000_000, 1_900_000),
    ]
    let layers = try Self.layers([column(tiles), column([whole]), column(parcels), column(zones)])
    var small = try OverlayKernel(
      subjects: layers[0], others: layers[2], excluding: [layers[3]])
    var large = try OverlayKernel(
      subjects: layers[1], others: layers[2], excluding: [layers[3]])
    var shares: [OverlayShare] = []
    let truth = large.divide(subject: 0, into: &shares)
    let truthShares = shares
    #expect(truthShares.count == 4 && truth.overlapped > 0 && truth.excluded > 0)
    var sum = OverlayTotals(subject: 0, eligible: 0, covered: 0, overlapped: 0)
    var sums = Array(repeating: 0.0, count: parcels.count)
    for tile in tiles.indices {
      let totals = small.divide(subject: tile, into: &shares)
      sum.subject += totals.subject
      sum.eligible += totals.eligible
      sum.covered += totals.covered
      sum.overlapped += totals.overlapped
      for share in shares { sums[share.row] += share.area }
    }
    let slack = 1e-9 * truth.subject
    #expect(abs(sum.subject - truth.subject) < slack)
    #expect(abs(sum.eligible - truth.eligible) < slack)
    #expect(abs(sum.covered - truth.covered) < slack)
    #expect(abs(sum.overlapped - truth.overlapped) < slack)
    for share in truthShares { #expect(abs(sums[share.row] - share.area) < slack) }
  }

  @Test func resultsDependOnNothingButTheGeometriesConcerned() throws {
    var dice = Dice(33)
    let fields = Self.coverage(6, size: 1_000_003, &dice)
    let parcels = Self.coverage(4, size: 1_500_007, &dice)
    let far = polygon(box(600_000, 2_600_000, 600_100, 2_600_100))
    func run(_ subjects: [PolygonBuffer], _ others: [PolygonBuffer], reversed: Bool) throws
      -> [[OverlayShare]]
    {
      let layers = try Self.layers([column(subjects), column(others), column([fields[3]])])
      var kernel = try OverlayKernel(
        subjects: layers[0], others: layers[1], excluding: [layers[2]])
      var shares: [OverlayShare] = []
      var results: [[OverlayShare]] = Array(repeating: [], count: fields.count)
      for subject in reversed ? Array(fields.indices.reversed()) : Array(fields.indices) {
        _ = kernel.divide(subject: subject, into: &shares)
        results[subject] = shares
      }
      return results
    }
    let plain = try run(fields, parcels, reversed: false)
    #expect(plain.contains { $0.count > 2 })
    #expect(try run(fields, parcels, reversed: true) == plain)
    // Another frame, another tree.
    #expect(try run(fields + [far], parcels + [far], reversed: false) == plain)
  }
}
