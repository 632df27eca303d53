import Synthesis
import Testing

@Suite struct CoverageTests {
  static let clean = Drawn(SynthesisParameters(seed: 2, subcompartments: 1_500, faults: .none))

  @Test(arguments: [SyntheticLayer.firstSurvey, .secondSurvey])
  func areasOfSubcompartmentsAddUpToTheVillages(_ layer: SyntheticLayer) {
    let inside = Self.clean.polygons(layer).reduce(0) { $0 + $1.doubleArea }
    let around = Self.clean.polygons(.villages).reduce(0) { $0 + $1.doubleArea }
    #expect(inside == around)
    #expect(inside > 0)
  }

  @Test(arguments: [SyntheticLayer.firstSurvey, .secondSurvey])
  func sharedBordersCancelAndLeaveTheOutline(_ layer: SyntheticLayer) {
    let inner = Self.uncancelled(Self.clean.polygons(layer))
    let outer = Self.uncancelled(Self.clean.polygons(.villages))
    #expect(inner.repeated == 0)
    #expect(outer.repeated == 0)
    #expect(inner.left == outer.left)
    #expect(inner.left.count > 100)
  }

  @Test func countiesShareTheirBorders() {
    let counties = SyntheticPrefecture(
      SynthesisParameters(subcompartments: 900, counties: 3, faults: .none)
    ).counties.map { Drawn($0) }
    let each = counties.map { Self.uncancelled($0.polygons(.firstSurvey)).left.count }
    let together = Self.uncancelled(counties.flatMap { $0.polygons(.firstSurvey) })
    #expect(together.repeated == 0)
    #expect(together.left.count < each.reduce(0, +) * 9 / 10)
    let names = counties.flatMap { $0.texts(.villages, "XIAN_MC") }
    #expect(Set(names).count == 3)
    #expect(Set(counties.flatMap { $0.texts(.villages, "CUN_DM") }).count == names.count)
  }

  /// Directed edges without an opposite, and how many edges were given twice.
  private static func uncancelled(_ polygons: [Polygons]) -> (
    left: Set<DirectedEdge>, repeated: Int
  ) {
    var seen: Set<DirectedEdge> = []
    var repeated = 0
    for polygon in polygons {
      for edge in polygon.edges where !seen.insert(edge).inserted { repeated += 1 }
    }
    return (seen.filter { !seen.contains($0.reversed) }, repeated)
  }

  @Test(arguments: [SyntheticLayer.firstSurvey, .secondSurvey, .villages, .tenure, .exclusions])
  func ringsAreClosedAndTurnTheRightWay(_ layer: SyntheticLayer) {
    for polygon in Self.clean.polygons(layer) {
      #expect(!polygon.parts.isEmpty)
      for part in polygon.parts {
        for (number, ring) in part.enumerated() {
          #expect(ring.count >= 4 && ring.first == ring.last)
          #expect((Polygons.doubleArea(ring) > 0) == (number == 0))
        }
      }
    }
  }

  @Test func someSubcompartmentsAreIslands() {
    let holes = Self.clean.polygons(.firstSurvey).filter { $0.rings.count > 1 }
    #expect(holes.count >= 3)
  }

  @Test(arguments: [(3, 4), (4, 10), (5, 16), (6, 1)] as [(UInt64, Int)])
  func outlinesDoNotCrossThemselves(_ seed: UInt64, _ edgePoints: Int) {
    let drawn = Drawn(
      SynthesisParameters(
        seed: seed, subcompartments: 300, edgePoints: edgePoints, faults: .none))
    for layer in SyntheticLayer.allCases where layer != .villages {
      #expect(drawn.polygons(layer).allSatisfy { $0.isSimple })
    }
  }

  @Test func cleanTenureFollowsTheCellsAndDoesNotOverlap() {
    let parcels = Self.uncancelled(Self.clean.polygons(.tenure))
    #expect(parcels.repeated == 0)
    let covered = Self.clean.polygons(.tenure).reduce(0.0) { $0 + $1.hectares }
    let forest = zip(
      Self.clean.polygons(.firstSurvey), Self.clean.texts(.firstSurvey, "DI_LEI")
    ).reduce(0.0) { $1.1.hasPrefix("02") ? $0 : $0 + $1.0.hectares }
    #expect(abs(covered - forest) < 1e-6 * forest)
  }
}
