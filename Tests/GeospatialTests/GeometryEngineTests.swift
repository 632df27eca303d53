import Testing

@testable import Geospatial

@Suite struct GeometryEngineTests {
  private let engine = GeometryEngine()
  private let square = SampleLayer.wkb([SampleLayer.ring(0, 0, 10)])
  private let shifted = SampleLayer.wkb([SampleLayer.ring(4, 5, 10)])
  private let bowTie = SampleLayer.wkb([[(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]])

  @Test func areasOfTwoSquares() throws {
    #expect(engine.area(square) == 100)
    #expect(engine.intersectionArea(square, shifted) == 30)
    #expect(engine.unionArea(square, shifted) == 170)
    #expect(engine.differenceArea(square, shifted) == 70)
    #expect(engine.envelope(shifted) == Extent(minX: 4, minY: 5, maxX: 14, maxY: 15))
    let common = try #require(engine.intersection(square, shifted))
    #expect(engine.area(common) == 30)
    #expect(engine.area([1, 2, 3]) == nil)
  }

  @Test(arguments: MakeValidMethod.allCases) func bowTiesAreFoundAndRepaired(
    method: MakeValidMethod
  ) throws {
    let validity = try #require(engine.validity(bowTie))
    #expect(!validity.isValid)
    #expect(validity.reason.contains("Self-intersection"))
    #expect(engine.validity(square) == GeometryEngine.Validity(isValid: true, reason: ""))
    let repaired = try #require(engine.makeValid(bowTie, method: method))
    #expect(engine.validity(repaired)?.isValid == true)
    #expect(engine.area(repaired) == 50)
  }

  @Test func whatCollapsesIsEmpty() throws {
    let line = SampleLayer.wkb([[(0, 0), (5, 5), (0, 0), (0, 0)]])
    #expect(engine.makeValid(line) == [])
    #expect(engine.makeValid(line, method: .linework) == [])
  }

  @Test func touchingSquaresShareNoArea() throws {
    let neighbour = SampleLayer.wkb([SampleLayer.ring(10, 0, 10)])
    #expect(engine.intersectionArea(square, neighbour) == 0)
    #expect(engine.intersection(square, neighbour) == [])
  }

  @Test func simplifyingDropsVerticesWithinTheTolerance() throws {
    let wobbly = SampleLayer.wkb([[(0, 0), (5, 0.1), (10, 0), (10, 10), (0, 10), (0, 0)]])
    let simple = try #require(engine.simplify(wobbly, tolerance: 0.5))
    #expect(simple.count == square.count)
  }

  @Test func versionsAreKnown() {
    let versions = LibraryVersions.current
    #expect(versions.gdal.hasPrefix("3."))
    #expect(!versions.proj.hasPrefix("0."))
    #expect(versions.geos.hasPrefix("3."))
  }
}
