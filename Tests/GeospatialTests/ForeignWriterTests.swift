import Foundation
import Geometry
import Testing

@testable import Geospatial

/// Files that GDAL's own tools wrote, and our files in the eyes of those tools.
@Suite struct ForeignWriterTests {
  @Test(arguments: [
    ("OpenFileGDB", "gdb"), ("FlatGeobuf", "fgb"), ("GeoJSON", "geojson"),
    ("ESRI Shapefile", "shp"), ("GPKG", "gpkg"), ("ODS", "ods"), ("XLSX", "xlsx"),
  ])
  func allFormatsTellTheSame(format: String, ending: String) throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.gpkg"
      try SampleLayer.write(path, .geoPackage, rows: 150)
      let other = folder + "/other." + ending
      let extra =
        format == "FlatGeobuf"
        ? ["-lco", "SPATIAL_INDEX=NO"]
        : format == "ESRI Shapefile" ? ["-lco", "ENCODING=GBK"] : []
      guard
        try Places.run("ogr2ogr", ["-f", format, other, path, "-nln", "other"] + extra) != nil
      else { return }
      var first = try VectorSource(path: path)
      var second = try VectorSource(path: other)
      #expect(second.description.featureCount == 150)
      let names = second.description.fields.map(\.name)
      #expect(names.starts(with: ["XIAO_BAN", "乡镇名称", "MIAN_JI", "PINGJUN_NL"]), "\(names)")
      let a = try first.read(0..<150, fields: [0, 1, 2, 3], geometry: true)
      let b = try second.read(0..<150, fields: [0, 1, 2, 3], geometry: true)
      for column in 0..<4 {
        let (left, right) = (a.columns[column].strings, b.columns[column].strings)
        if column < 2 {
          #expect(left == right)
        } else {
          #expect(left.map { Double($0) } == right.map { Double($0) })
        }
      }
      guard second.description.geometry != .none else { return }
      let system = try #require(second.description.coordinates.system)
      let areas = try AreaMeasure(system).hectares(b.geometry)
      let wanted = try AreaMeasure(CoordinateSystem(epsg: 4547)).hectares(a.geometry)
      for (area, want) in zip(areas, wanted) { #expect(abs(area / want - 1) < 0.0006) }
    }
  }

  @Test func toolsReadOurGBKShapefile() throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.shp"
      try SampleLayer.write(
        path, .shapefile, rows: 20, options: WriterOptions(encoding: .gbk))
      guard let text = try Places.run("ogrinfo", ["-ro", "-al", path]) else { return }
      #expect(text.contains("乡镇名称 (String) = 老隆镇"))
      #expect(text.contains("Feature Count: 20"))
      #expect(text.contains("PINGJUN_NL (Integer) = 19"))
      #expect(text.contains("RIQI (Date) = 2010/06/13"))
      #expect(text.contains("ID[\"EPSG\",4547]"))
    }
  }

  /// Heights go, arcs become short lines, loose lines in collections are no area.
  @Test func geometriesArriveFlatAndPolygonal() throws {
    try Places.withFolder { folder in
      let path = folder + "/shapes.csv"
      let lines = [
        "id,WKT", "1,\"POLYGON Z ((0 0 5,0 10 5,10 10 5,0 0 5))\"",
        "2,\"CURVEPOLYGON (CIRCULARSTRING (0 0,10 0,0 0))\"",
        "3,\"GEOMETRYCOLLECTION (LINESTRING (0 0,1 1),POLYGON ((0 0,0 2,2 2,2 0,0 0)))\"",
        "4,\"POLYGON EMPTY\"", "5,",
      ]
      try Places.write(Array(lines.joined(separator: "\n").utf8), to: path)
      var source = try VectorSource(path: path, coordinates: CoordinateHint(epsg: 4547))
      let batch = try source.read(0..<5, fields: [0], geometry: true)
      let engine = GeometryEngine()
      let kinds = (0..<5).map { row in batch.geometry[row].dropFirst().first ?? 0 }
      #expect(kinds == [3, 6, 6, 0, 0] || kinds == [3, 3, 6, 0, 0])
      #expect(engine.area(batch.geometry[0]) == 50)
      #expect(abs((engine.area(batch.geometry[1]) ?? 0) - 25 * Double.pi) < 0.2)
      #expect(engine.area(batch.geometry[2]) == 4)
    }
  }
}
