import Geometry
import Testing

@Suite struct PackedIndexTests {
  static func envelopes(_ count: Int, _ dice: inout Dice) -> [Envelope] {
    (0..<count).map { _ in
      // Whole numbers, so that boxes often touch or coincide.
      let x = Double(Int.random(in: 0...200, using: &dice))
      let y = Double(Int.random(in: 0...200, using: &dice))
      let width = Double(Int.random(in: -1...12, using: &dice))
      let height = Double(Int.random(in: 0...12, using: &dice))
      return Envelope(minX: x, minY: y, maxX: x + width, maxY: y + height)
    }
  }

  /// Sizes around the powers of the node size, where a packing goes wrong first.
  @Test(arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 272, 273, 4096, 4097, 5000])
  func agreesWithLookingAtEveryRow(count: Int) {
    var dice = Dice(UInt64(count) + 1)
    let rows = Self.envelopes(count, &dice)
    let index = PackedIndex(rows)
    #expect(index.count == rows.count { !$0.isEmpty })
    var found: [Int] = [7]
    for query in Self.envelopes(200, &dice) + [Envelope.empty] {
      index.rows(meeting: query, into: &found)
      #expect(found == rows.indices.filter { !rows[$0].isEmpty && rows[$0].intersects(query) })
    }
    let everything = Envelope(minX: -1, minY: -1, maxX: 300, maxY: 300)
    #expect(index.rows(meeting: everything) == rows.indices.filter { !rows[$0].isEmpty })
  }

  @Test func manyRowsInOnePlaceAreAllFound() {
    let index = PackedIndex(
      Array(repeating: Envelope(minX: 1, minY: 1, maxX: 1, maxY: 1), count: 1000))
    #expect(index.rows(meeting: Envelope(minX: 1, minY: 1, maxX: 2, maxY: 2)).count == 1000)
    #expect(index.rows(meeting: Envelope(minX: 1.5, minY: 1, maxX: 2, maxY: 2)).isEmpty)
  }
}
