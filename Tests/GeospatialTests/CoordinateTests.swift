import Geometry
import Testing

@testable import Geospatial

@Suite struct CoordinateTests {
  /// Longitude, latitude and their coordinates in zone 38 or 39 (domain handbook, section 7).
  @Test(arguments: [
    (4526, 38_628_114.9, 2_666_939.8, 115.26, 24.10),
    (4547, 628_114.9, 2_666_939.8, 115.26, 24.10),
    (4526, 38_549_715.2, 2_696_357.9, 114.49, 24.37),
    (4527, 39_519_962.1, 2_916_734.7, 117.20, 26.36),
    (4497, 19_933_394.9, 2_673_000.0, 115.26, 24.10),
  ])
  func placesAreWhereTheHandbookHasThem(
    epsg: Int, easting: Double, northing: Double, longitude: Double, latitude: Double
  ) throws {
    let transformer = try CoordinateTransformer(
      from: CoordinateSystem(epsg: 4490), to: CoordinateSystem(epsg: epsg))
    let point = try transformer.transform(x: longitude, y: latitude)
    #expect(abs(point.x - easting) < 0.1)
    if epsg != 4497 { #expect(abs(point.y - northing) < 0.1) }
  }

  @Test(arguments: [
    (4547, CoordinateSystem.Datum.cgcs2000), (4610, .xian1980), (2363, .xian1980),
    (2415, .beijing1954), (4214, .beijing1954), (4326, .wgs84), (32650, .wgs84),
    (3857, .wgs84),
  ])
  func datumsAreRecognised(epsg: Int, datum: CoordinateSystem.Datum) throws {
    #expect(try CoordinateSystem(epsg: epsg).datum == datum)
  }

  /// As ArcGIS writes it.
  @Test func prjOfArcGISIsIdentified() throws {
    let system = try CoordinateSystem(
      definition: """
        PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
        DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],\
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],\
        PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],\
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],\
        PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """)
    #expect(system.epsg == 4547)
    #expect(system.datum == .cgcs2000)
    #expect(throws: CoordinateProblem.self) { try CoordinateSystem(definition: "nonsense") }
    #expect(throws: CoordinateProblem.unknownSystem("EPSG:1")) { try CoordinateSystem(epsg: 1) }
  }

  @Test func oldDatumsAreRefusedWithoutParameters() throws {
    let target = try CoordinateSystem(epsg: 4547)
    for (epsg, datum) in [
      (2363, CoordinateSystem.Datum.xian1980), (4610, .xian1980), (2415, .beijing1954),
    ] {
      let source = try CoordinateSystem(epsg: epsg)
      #expect(throws: CoordinateProblem.datumShiftNeeded(from: datum, to: .cgcs2000)) {
        _ = try CoordinateTransformer(from: source, to: target)
      }
    }
    // Any other pair without an accurate operation is refused by PROJ itself.
    let tokyo = try CoordinateSystem(epsg: 4555)
    #expect(throws: CoordinateProblem.self) {
      _ = try CoordinateTransformer(from: tokyo, to: target)
    }
  }

  @Test func sevenParametersMoveByWhatTheySay() throws {
    let source = try CoordinateSystem(epsg: 4610)
    let target = try CoordinateSystem(epsg: 4490)
    func shifted(_ x: Double) throws -> (x: Double, y: Double) {
      let transformer = try CoordinateTransformer(
        from: source, to: target,
        helmert: HelmertParameters(
          translationX: x, translationY: 0, translationZ: 0, rotationX: 0, rotationY: 0,
          rotationZ: 0, scale: 0))
      return try transformer.transform(x: 90, y: 24)
    }
    let here = try shifted(0)
    #expect(abs(here.x - 90) < 1e-9)
    // At 90 degrees east the X axis points due west: 100 m are 100 m of longitude.
    let there = try shifted(100)
    let metresPerDegree = 111_320.0 * 0.9135454576 * 1.0006
    #expect(abs((here.x - there.x) * metresPerDegree - 100) < 0.2)
    #expect(abs(there.y - here.y) < 1e-6)
  }

  @Test func projectedXianComesOutNearby() throws {
    let transformer = try CoordinateTransformer(
      from: CoordinateSystem(epsg: 2362), to: CoordinateSystem(epsg: 4526),
      helmert: HelmertParameters(
        translationX: 0, translationY: 0, translationZ: 0, rotationX: 0, rotationY: 0,
        rotationZ: 0, scale: 0))
    let point = try transformer.transform(x: 38_628_114.9, y: 2_666_939.8)
    #expect(abs(point.x - 38_628_114.9) < 20 && abs(point.y - 2_666_939.8) < 60)
  }

  @Test func degreesOfWGS84AndCGCS2000AreEquated() throws {
    let transformer = try CoordinateTransformer(
      from: CoordinateSystem(epsg: 4547), to: CoordinateSystem(epsg: 4326))
    let equates = transformer.equatesCGCS2000AndWGS84
    #expect(equates)
    let point = try transformer.transform(x: 628_114.9, y: 2_666_939.8)
    #expect(abs(point.x - 115.26) < 1e-6 && abs(point.y - 24.10) < 1e-6)
  }

  @Test func columnsGoThereAndBack() throws {
    let planar = try CoordinateSystem(epsg: 4547)
    let degrees = try CoordinateSystem(epsg: 4490)
    let original = SampleLayer.geometry(rows: 40)
    var column = original
    column.append([])
    try CoordinateTransformer(from: planar, to: degrees).transform(&column)
    // Zone 38 is 1.26 degrees from its meridian here: at most 0.06 % between plane and ellipsoid.
    let inDegrees = try AreaMeasure(degrees).hectares(column)
    let inPlane = try AreaMeasure(planar).hectares(original)
    for row in 0..<40 {
      #expect(abs(inDegrees[row] / inPlane[row] - 1) < 0.0006)
      #expect(inPlane[row] == (row % 7 == 0 ? 0.99 : 1))
    }
    #expect(inDegrees[40] == 0)
    let mercator = try CoordinateSystem(epsg: 3857)
    var web = column
    try CoordinateTransformer(from: degrees, to: mercator).transform(&web)
    for (a, b) in zip(try AreaMeasure(mercator).hectares(web), inDegrees) {
      #expect(abs(a - b) < 1e-6)
    }
    try CoordinateTransformer(from: degrees, to: planar).transform(&column)
    #expect(column.ends.dropLast() == original.ends[...])
    let engine = GeometryEngine()
    for row in 0..<40 {
      let common = try #require(engine.intersectionArea(column[row], original[row]))
      #expect(abs(common - inPlane[row] * 10_000) < 0.01)
    }
  }

  /// The surface of the WGS 84 ellipsoid is 510 065 621.724 km2.
  @Test func theWholeEarthHasItsArea() throws {
    var column = WKBColumn()
    column.append(
      SampleLayer.wkb([[(-180, -90), (180, -90), (180, 90), (-180, 90), (-180, -90)]]))
    let hectares = try AreaMeasure(CoordinateSystem(epsg: 4326)).hectares(column)[0]
    #expect(abs(hectares / 100 - 510_065_621.724) < 0.01)
  }

  @Test func malformedBytesAreNamed() throws {
    var column = SampleLayer.geometry(rows: 2)
    column.append([1, 3, 0, 0, 0, 255, 255, 255, 255])
    let measure = try AreaMeasure(CoordinateSystem(epsg: 4547))
    let copy = column
    #expect(throws: CoordinateProblem.malformedGeometry(row: 2)) { try measure.hectares(copy) }
  }

  /// Places of the handbook, section 7; and counties of which nothing is sourced.
  @Test func sixDigitEastingsNeedTheirMeridian() throws {
    func decide(
      _ x: Double, _ y: Double, county: String? = nil, meridian: Int? = nil
    ) -> CoordinateDecision {
      CoordinateRule.decide(
        recorded: nil, extent: Extent(minX: x, minY: y, maxX: x + 10_000, maxY: y + 10_000),
        hint: CoordinateHint(countyCode: county, centralMeridian: meridian))
    }
    #expect(decide(628_114, 2_666_939, county: "441622").system?.epsg == 4547)
    #expect(decide(519_962, 2_916_734, county: "350421").system?.epsg == 4548)
    for (meridian, epsg) in [(108, 4545), (111, 4546), (114, 4547), (117, 4548), (120, 4549)] {
      let decision = decide(500_000, 2_600_000, county: "450123", meridian: meridian)
      #expect(
        decision
          == .known(try CoordinateSystem(epsg: epsg), evidence: .declaredMeridian(meridian)))
      #expect(decision.isDatumAssumed)
    }
    guard
      case .undecided(.unknownMeridian(let county, _)) = decide(
        500_000, 2_600_000, county: "450123")
    else {
      Issue.record("a zone was guessed")
      return
    }
    #expect(county == "450123")
    // Eight digits and degrees speak for themselves.
    #expect(decide(38_628_114, 2_666_939, meridian: 117).system?.epsg == 4526)
  }

  @Test func zonesAreInferredFromEastings() throws {
    func decide(_ x: Double, _ y: Double, _ recorded: Int? = nil) throws -> CoordinateDecision {
      CoordinateRule.decide(
        recorded: try recorded.map { try CoordinateSystem(epsg: $0) },
        extent: Extent(minX: x, minY: y, maxX: x + 10_000, maxY: y + 10_000),
        hint: CoordinateHint())
    }
    let inferred = try decide(38_628_114, 2_666_939)
    #expect(inferred.system?.epsg == 4526 && inferred.isDatumAssumed)
    #expect(try decide(19_900_000, 2_666_939).system?.epsg == 4497)
    // A definition without zone over eastings with zone.
    guard
      case .undecided(.outsideAreaOfUse(_, _, let suggestion)) = try decide(
        38_628_114, 2_666_939, 4547)
    else {
      Issue.record("not noticed")
      return
    }
    #expect(suggestion == 4526)
    #expect(try decide(628_114, 2_666_939, 4547).system?.epsg == 4547)
    // Longchuan reaches past the edge of its zone, and may.
    #expect(try decide(38_660_000, 2_666_939, 4526).system?.epsg == 4526)
  }
}
