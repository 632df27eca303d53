import Geometry
import Testing

@Suite struct WKBTests {
  static let sample = polygon([
    [box(0, 0, 10, 10), box(2, 2, 4, 4), box(6, 6, 7, 8)],
    [box(20, 0, 25, 5)],
  ])

  @Test func aPolygonSurvivesWritingAndReading() throws {
    for original in [Self.sample, polygon(box(440_000.25, 2_550_000.5, 440_100, 2_550_200))] {
      for form in [WKBWriter.Form.simplest, .multiPolygon] {
        var bytes: [UInt8] = []
        WKBWriter.write(original, as: form, to: &bytes)
        var copy = PolygonBuffer()
        try WKBReader.read(bytes, into: &copy)
        #expect(copy == original)
      }
    }
  }

  @Test func rowsOfAnotherColumnArriveAsTheyAre() {
    var source = WKBColumn()
    source.append(polygon(box(0, 0, 1, 1)))
    source.append([])
    source.append(Self.sample)
    source.append(polygon(box(5, 5, 6, 7)))
    var target = WKBColumn()
    target.append(polygon(box(8, 8, 9, 9)))
    target.append(1..<3, of: source)
    target.append(2..<2, of: source)
    target.append(0..<1, of: source)
    #expect(target.count == 4)
    #expect(target[1].isEmpty)
    #expect(target[2] == source[2])
    #expect(target[3] == source[0])
  }

  /// The same triangle in both byte orders and all spellings of Z, M and SRID.
  @Test(arguments: [
    (UInt32(3), 2), (1003, 3), (2003, 3), (3003, 4), (0x8000_0003, 3), (0x4000_0003, 3),
    (0xC000_0003, 4), (0x2000_0003, 2), (0xE000_0003, 4), (0x8000_03EB, 3),
  ])
  func dimensionsBeyondTwoAreDropped(type: UInt32, ordinates: Int) throws {
    for bigEndian in [false, true] {
      var bytes: [UInt8] = [bigEndian ? 0 : 1]
      bytes.put(word: type, bigEndian: bigEndian)
      if type & 0x2000_0000 != 0 { bytes.put(word: 4547, bigEndian: bigEndian) }
      bytes.put(word: 1, bigEndian: bigEndian)
      bytes.put(word: 4, bigEndian: bigEndian)
      for (x, y) in [(1.0, 2.0), (5, 2), (5, 4), (1, 2)] {
        bytes.put(x, bigEndian: bigEndian)
        bytes.put(y, bigEndian: bigEndian)
        for _ in 2..<max(2, ordinates) { bytes.put(Double.nan, bigEndian: bigEndian) }
      }
      var buffer = PolygonBuffer()
      try WKBReader.read(bytes, into: &buffer)
      #expect(buffer == polygon([(1, 2), (5, 2), (5, 4)]))
      var column = WKBColumn()
      column.append(bytes)
      #expect(try PlanarMeasures.areas(of: column) == [4])
      #expect(
        try PlanarMeasures.envelopes(of: column) == [
          Envelope(minX: 1, minY: 2, maxX: 5, maxY: 4)
        ])
    }
  }

  @Test func everyCutIsNoticed() {
    var bytes: [UInt8] = []
    WKBWriter.write(Self.sample, to: &bytes)
    for length in 1..<bytes.count {
      var column = WKBColumn()
      column.append(bytes[..<length])
      var buffer = PolygonBuffer()
      let error = #expect(throws: WKBError.self) {
        try WKBReader.read(row: 0, of: column, into: &buffer)
      }
      #expect(error?.row == 0)
      if case .truncated(let needed, let available) = error?.problem {
        #expect(needed > available)
      } else {
        Issue.record("cut at \(length): \(String(describing: error))")
      }
      #expect(throws: WKBError.self) { try PlanarMeasures.areas(of: column) }
      #expect(throws: WKBError.self) { try PlanarMeasures.envelopes(of: column) }
    }
    #expect(throws: WKBError(offset: bytes.count, problem: .trailing(1))) {
      var buffer = PolygonBuffer()
      try WKBReader.read(bytes + [7], into: &buffer)
    }
  }

  /// Counts that promise four thousand million rings must not be believed.
  @Test func hugeCountsAreRefusedBeforeAnythingIsReserved() {
    for type in [UInt32(3), 6] {
      for second in [UInt32(0xFFFF_FFFF), 0x1000_0000] {
        var bytes: [UInt8] = [1]
        bytes.put(word: type, bigEndian: false)
        bytes.put(word: second, bigEndian: false)
        bytes.put(word: UInt32(0), bigEndian: false)
        #expect(throws: WKBError.self) {
          var buffer = PolygonBuffer()
          try WKBReader.read(bytes, into: &buffer)
        }
      }
    }
    var ring: [UInt8] = [1]
    ring.put(word: 3, bigEndian: false)
    ring.put(word: 1, bigEndian: false)
    ring.put(word: 0xFFFF_FFFF, bigEndian: false)
    #expect(
      throws: WKBError(
        offset: 13, problem: .truncated(needed: 0xFFFF_FFFF * 16, available: 0))
    ) {
      var buffer = PolygonBuffer()
      try WKBReader.read(ring, into: &buffer)
    }
  }

  @Test func damagedBytesNeverTrapAndNeverGiveHalfAPolygon() throws {
    var bytes: [UInt8] = []
    WKBWriter.write(Self.sample, to: &bytes)
    var dice = Dice(11)
    var readable = 0
    var buffer = PolygonBuffer()
    for _ in 0..<20_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<(Bool.random(using: &dice) ? 30 : bytes.count), using: &dice)
        damaged[place] = UInt8.random(in: 0...255, using: &dice)
      }
      var column = WKBColumn()
      column.append(damaged)
      let area = try? PlanarMeasures.areas(of: column)
      _ = try? PlanarMeasures.envelopes(of: column)
      do {
        try WKBReader.read(damaged, into: &buffer)
        readable += 1
        #expect(buffer.x.count == buffer.ringEnds.last ?? 0)
        #expect(buffer.ringCount == buffer.partEnds.last ?? 0)
        if let area { #expect(area[0] == PlanarMeasures.area(of: buffer)) }
      } catch {}
    }
    #expect(readable > 100)
  }

  @Test func otherGeometriesOpenRingsAndNonsenseHaveTheirOwnErrors() {
    func problem(_ bytes: [UInt8]) -> WKBError.Problem? {
      var buffer = PolygonBuffer()
      do {
        try WKBReader.read(bytes, into: &buffer)
        return nil
      } catch { return error.problem }
    }
    #expect(problem([2, 3, 0, 0, 0]) == .byteOrder(2))
    #expect(problem([1, 1, 0, 0, 0, 0, 0, 0, 0]) == .geometryType(1))
    #expect(problem([1, 0xA3, 0x0F, 0, 0, 0, 0, 0, 0]) == .geometryType(4003))
    var open: [UInt8] = [1]
    open.put(word: 3, bigEndian: false)
    open.put(word: 1, bigEndian: false)
    open.put(word: 4, bigEndian: false)
    for value in [0.0, 0, 1, 0, 1, 1, 0, 1] { open.put(value, bigEndian: false) }
    #expect(problem(open) == .openRing(points: 4))
    var nonsense = Array(open.dropLast(8))
    nonsense.put(Double.infinity, bigEndian: false)
    #expect(problem(nonsense) == .notFinite)
    var column = WKBColumn()
    column.append(nonsense)
    #expect(throws: WKBError(row: 0, offset: 13, problem: .notFinite)) {
      try PlanarMeasures.areas(of: column)
    }
    #expect(throws: WKBError(row: 0, offset: 13, problem: .notFinite)) {
      try PlanarMeasures.envelopes(of: column)
    }
  }

  @Test func noGeometryIsNoError() throws {
    var column = WKBColumn()
    column.append(PolygonBuffer())
    column.append([1, 3, 0, 0, 0, 0, 0, 0, 0])
    column.append([1, 6, 0, 0, 0, 0, 0, 0, 0])
    #expect(try PlanarMeasures.areas(of: column) == [0, 0, 0])
    #expect(try PlanarMeasures.envelopes(of: column).allSatisfy { $0.isEmpty })
    var buffer = Self.sample
    for row in 0..<3 {
      try WKBReader.read(row: row, of: column, into: &buffer)
      #expect(buffer.isEmpty)
    }
  }
}
