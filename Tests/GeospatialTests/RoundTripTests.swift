import Foundation
import Geometry
import Inventory
import Testing

@testable import Geospatial

@Suite struct RoundTripTests {
  @Test(arguments: [TextEncoding.gb18030, .gbk, .utf8], [true, false])
  func shapefileComesBackAsWritten(encoding: TextEncoding, codePage: Bool) throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.shp"
      let fields = SampleLayer.fields
      if encoding == .utf8 {
        // Four characters are twelve bytes in UTF-8: a .dbf cannot hold that name.
        #expect(throws: OutputError.self) {
          try SampleLayer.write(path, .shapefile, rows: 1)
        }
        return
      }
      try SampleLayer.write(
        path, .shapefile, rows: 300,
        options: WriterOptions(encoding: encoding, writesCodePage: codePage))
      #expect(FileManager.default.fileExists(atPath: folder + "/xb.cpg") == codePage)
      #expect(try Places.bytes(folder + "/xb.dbf")[29] == 0)
      var source = try VectorSource(path: path)
      #expect(source.description.fields.map(\.name) == fields.map(\.name))
      #expect(source.description.fields.map(\.kind) == fields.map(\.kind))
      #expect(source.description.geometry == .polygon)
      #expect(source.description.coordinates.system?.epsg == 4547)
      let batch = try source.read(0..<300, fields: [0, 1, 2, 3, 4], geometry: true)
      #expect(batch.columns.map(\.strings) == SampleLayer.columns(rows: 300).map(\.strings))
      #expect(batch.geometry == SampleLayer.geometry(rows: 300))
      #expect(batch.damagedTexts.isEmpty)
    }
  }

  @Test(arguments: [
    (OutputFormat.geoPackage, "gpkg", 4547), (.geoJSON, "geojson", 4490), (.csv, "csv", 4547),
    (.xlsx, "xlsx", 4547),
  ])
  func otherFormatsComeBackAsWritten(format: OutputFormat, ending: String, epsg: Int) throws {
    try Places.withFolder { folder in
      let path = folder + "/xb." + ending
      let hasGeometry = format == .geoPackage
      try SampleLayer.write(
        path, format, rows: 250, geometry: hasGeometry ? .polygon : .none, epsg: epsg)
      var source = try VectorSource(path: path)
      let batch = try source.read(
        0..<250, fields: Array(source.description.fields.indices), geometry: hasGeometry)
      #expect(batch.count == 250)
      let wanted = SampleLayer.columns(rows: 250).map(\.strings)
      let got = batch.columns.map(\.strings)
      #expect(got[0] == wanted[0])
      #expect(got[1] == wanted[1])
      #expect(got[2].map { Double($0) } == wanted[2].map { Double($0) })
      #expect(got[3].map { Double($0) } == wanted[3].map { Double($0) })
      if hasGeometry { #expect(batch.geometry.count == 250) }
    }
  }

  @Test(arguments: [
    (OutputFormat.shapefile, "shp"), (.geoPackage, "gpkg"), (.csv, "csv"), (.xlsx, "xlsx"),
  ])
  func bytesDoNotDependOnTheClock(format: OutputFormat, ending: String) throws {
    try Places.withFolder { folder in
      for name in ["a", "b"] {
        try FileManager.default.createDirectory(
          atPath: folder + "/" + name, withIntermediateDirectories: true)
        let isTable = format == .csv || format == .xlsx
        try SampleLayer.write(
          folder + "/\(name)/xb." + ending, format, rows: 50,
          geometry: isTable ? .none : .polygon,
          options: WriterOptions(encoding: format == .shapefile ? .gb18030 : .utf8))
        // Zip archives and .dbf headers count in steps of two seconds and days.
        if name == "a" { Thread.sleep(forTimeInterval: 2.1) }
      }
      for file in try FileManager.default.contentsOfDirectory(atPath: folder + "/a") {
        #expect(
          try Places.bytes(folder + "/a/" + file) == Places.bytes(folder + "/b/" + file), "\(file)")
      }
    }
  }

  @Test func refusesTextsThatDoNotFit() throws {
    try Places.withFolder { folder in
      let error = #expect(throws: OutputError.self) {
        var writer = try LayerWriter(
          path: folder + "/x.dbf", format: .shapefile, layer: "x",
          fields: [FieldDescription(name: "MC", kind: .text, width: 5)],
          options: WriterOptions(encoding: .gb18030))
        try writer.append(columns: [.text(.init(["龙川", "龙川县"]))])
      }
      #expect(error?.problem == .textTooLong(row: 1, length: 6, width: 5))
      #expect(error?.field == "MC")
    }
  }

  @Test func cutsTextsThroughCharactersWhenAsked() throws {
    try Places.withFolder { folder in
      let path = folder + "/x.dbf"
      var writer = try LayerWriter(
        path: path, format: .shapefile, layer: "x",
        fields: [FieldDescription(name: "MC", kind: .text, width: 5)],
        options: WriterOptions(encoding: .gb18030, writesCodePage: false, cutsTexts: true))
      try writer.append(columns: [.text(.init(["龙川", "龙川县"]))])
      try writer.finish()
      var source = try VectorSource(path: path)
      let batch = try source.read(0..<2, fields: [0], geometry: false)
      #expect(batch.columns[0].strings == ["龙川", "龙川"])
      #expect(
        batch.damagedTexts == [RawBatch.DamagedText(row: 1, column: 0, isCutAtEnd: true)])
    }
  }
}
