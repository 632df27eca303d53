import Geometry
import Testing

@testable import Stages

/// The same land drawn twice has one digest, however it is written.
@Suite struct GeometryDigestTests {
  private typealias Ring = [(x: Double, y: Double)]

  private static let shell: Ring = [(0, 0), (40, 0), (40, 30), (20, 35), (0, 30)]
  private static let hole: Ring = [(10, 10), (10, 20), (20, 20), (20, 10)]
  private static let island: Ring = [(12, 12), (18, 12), (18, 18)]

  private func digest(_ rings: [(points: Ring, isShell: Bool)], multi: Bool = false) throws
    -> GeometryDigest
  {
    var polygon = PolygonBuffer()
    for ring in rings { polygon.appendRing(ring.points, isShell: ring.isShell) }
    var column = WKBColumn()
    column.append(polygon, as: multi ? .multiPolygon : .simplest)
    return try #require(GeometryDigest.digests(of: column).first)
  }

  private func turned(_ ring: Ring, by steps: Int) -> Ring {
    Ring(ring[steps...] + ring[..<steps])
  }

  @Test func startDirectionAndRepetitionDoNotMatter() throws {
    let whole = try digest([(Self.shell, true), (Self.hole, false), (Self.island, true)])
    for steps in 1..<5 {
      let other = try digest([
        (Ring(turned(Self.shell, by: steps).reversed()), true),
        (turned(Self.hole, by: steps % 4), false),
        (turned(Self.island, by: steps % 3), true),
      ])
      #expect(other == whole)
    }
    var repeated = Self.shell
    repeated.insert(repeated[2], at: 2)
    #expect(
      try digest([(repeated, true), (Self.hole, false), (Self.island, true)]) == whole)
    #expect(
      try digest([(Self.island, true), (Self.shell, true), (Self.hole, false)]) == whole)
    #expect(try digest([(Self.shell, true)]) == digest([(Self.shell, true)], multi: true))
  }

  @Test func anotherShapeHasAnotherDigest() throws {
    let whole = try digest([(Self.shell, true), (Self.hole, false)])
    #expect(try digest([(Self.shell, true)]) != whole)
    var moved = Self.shell
    moved[3].y = 35.001
    #expect(try digest([(moved, true), (Self.hole, false)]) != whole)
    // The same vertices joined in another order.
    var crossed = Self.shell
    crossed.swapAt(1, 2)
    #expect(try digest([(crossed, true)]) != digest([(Self.shell, true)]))
    var empty = WKBColumn()
    empty.append([])
    #expect(GeometryDigest.digests(of: empty)[0].isEmpty)
  }
}
