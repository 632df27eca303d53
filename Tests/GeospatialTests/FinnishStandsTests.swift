import Foundation
import Geometry
import Inventory
import Testing

@testable import Geospatial

@Suite(.enabled(if: Places.hasRealData)) struct FinnishStandsTests {
  @Test(arguments: [("stand_measured", 56_610.6), ("stand_updated", 63_808.0)])
  func sumsAreThoseOfTheSurvey(layer: String, volume: Double) throws {
    var source = try VectorSource(path: Places.finnishStands, layer: layer)
    let description = source.description
    #expect(description.featureCount == 225)
    let system = try #require(description.coordinates.system)
    #expect(system.epsg == 3067 && !system.isGeographic)
    let fields = [
      try description.index(ofField: "Area"), try description.index(ofField: "vol_ha"),
      try description.index(ofField: "survey_date"),
    ]
    let batch = try source.read(0..<225, fields: fields, geometry: true)
    guard case .number(let areas) = batch.columns[0], case .number(let volumes) = batch.columns[1]
    else {
      Issue.record("areas and volumes are numbers")
      return
    }
    #expect(abs(areas.reduce(0, +) - 416.07) < 0.005)
    let total = zip(areas, volumes).reduce(0) { $0 + $1.0 * ($1.1.isNaN ? 0 : $1.1) }
    #expect(abs(total - volume) < 0.1)
    let ratio = try zip(AreaMeasure(system).hectares(batch.geometry), areas).map { $0 / $1 }
      .sorted()
    #expect(abs(1 / ratio[112] - 1.0002) < 0.0002)
    #expect(batch.columns[2].strings.allSatisfy { $0.count >= 10 && $0.hasPrefix("20") })
    // Seven stands have holes: nothing of them is lost on the way.
    let engine = GeometryEngine()
    let areasHere = try AreaMeasure(system).hectares(batch.geometry)
    for row in 0..<225 {
      let oracle = try #require(engine.area(batch.geometry[row])) / 10_000
      #expect(abs(oracle - areasHere[row]) < 1e-9 * max(1, oracle))
      #expect(engine.validity(batch.geometry[row])?.isValid == true)
    }
  }
}
