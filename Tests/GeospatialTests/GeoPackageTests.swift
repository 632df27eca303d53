import Foundation
import Geometry
import Testing

@testable import Geospatial

@Suite struct GeoPackageTests {
  private static let tables = [
    GeoPackageTemplate.Table(
      name: "小班", epsg: 4526, fields: [FieldDescription(name: "xiao_ban", kind: .text)]),
    GeoPackageTemplate.Table(
      name: "村", epsg: nil, fields: [FieldDescription(name: "tCO2e", kind: .real)]),
  ]

  @Test func templatesAreByteIdentical() throws {
    try Places.withFolder { folder in
      try GeoPackageTemplate.create(path: folder + "/a.gpkg", tables: Self.tables)
      Thread.sleep(forTimeInterval: 1.1)
      try GeoPackageTemplate.create(path: folder + "/b.gpkg", tables: Self.tables)
      #expect(try Places.bytes(folder + "/a.gpkg") == Places.bytes(folder + "/b.gpkg"))
      #expect(throws: OutputError.self) {
        try GeoPackageTemplate.create(path: folder + "/a.gpkg", tables: Self.tables)
      }
    }
  }

  @Test func filledBySQLItIsAValidLayer() throws {
    try Places.withFolder { folder in
      var files: [[UInt8]] = []
      for name in ["a", "b"] {
        let path = folder + "/\(name).gpkg"
        try GeoPackageTemplate.create(path: path, tables: Self.tables)
        let shapes = SampleLayer.geometry(rows: 60, x: 38_628_000)
        try Places.execute(
          path,
          try (0..<60).map { row in
            let blob = try #require(GeoPackageGeometry.encode(wkb: shapes[row], srsID: 4526))
            let hex = blob.map { String(format: "%02X", $0) }.joined()
            return "INSERT INTO \"小班\" (geom, xiao_ban) VALUES (X'\(hex)', '\(row)')"
          })
        try GeoPackageTemplate.buildSpatialIndex(path: path, layer: "小班")
        try GeoPackageTemplate.updateExtent(path: path, layer: "小班")
        var source = try VectorSource(path: path, layer: "小班")
        #expect(source.description.coordinates.system?.epsg == 4526)
        #expect(
          source.description.extent
            == Extent(minX: 38_628_000, minY: 2_667_000, maxX: 38_634_000, maxY: 2_667_100))
        let batch = try source.read(0..<60, fields: [0], geometry: true)
        #expect(batch.columns[0].strings == (0..<60).map { "\($0)" })
        let measure = try AreaMeasure(CoordinateSystem(epsg: 4526))
        #expect(try measure.hectares(batch.geometry) == measure.hectares(shapes))
        files.append(try Places.bytes(path))
        if let text = try Places.run("ogrinfo", ["-ro", "-so", path, "小班"]) {
          #expect(text.contains("Geometry: Multi Polygon"))
          #expect(text.contains("Feature Count: 60"))
          #expect(text.contains("ID[\"EPSG\",4526]"))
        }
      }
      #expect(files[0] == files[1])
    }
  }

  @Test func blobHeaderIsThatOfTheStandard() {
    let header = GeoPackageGeometry.header(
      srsID: 4526, envelope: Extent(minX: 1, minY: 2, maxX: 3, maxY: 4))
    #expect(header.count == 40)
    #expect(header[0..<8] == [0x47, 0x50, 0, 3, 0xAE, 0x11, 0, 0])
    // minx, maxx, miny, maxy.
    let numbers = stride(from: 8, to: 40, by: 8).map { offset in
      header[offset..<(offset + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    #expect(numbers.map { Double(bitPattern: $0) } == [1, 3, 2, 4])
    #expect(GeoPackageGeometry.encode(wkb: [][...], srsID: 1) == nil)
    #expect(GeoPackageGeometry.encode(wkb: [1, 3, 0, 0, 0, 9, 9, 9, 9, 0], srsID: 1) == nil)
  }
}
