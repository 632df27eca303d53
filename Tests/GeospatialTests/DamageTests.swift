import Foundation
import Testing

@testable import Geospatial

/// What is wrong with a file is said before a row of it is used.
@Suite struct DamageTests {
  private static func problem(_ path: String, layer: String? = nil) -> SourceError.Problem? {
    do throws(SourceError) {
      _ = try VectorSource(path: path, layer: layer)
      return nil
    } catch {
      return error.problem
    }
  }

  private static func withShapefile(_ body: (_ folder: String) throws -> Void) throws {
    try Places.withFolder { folder in
      try SampleLayer.write(
        folder + "/xb.shp", .shapefile, rows: 100, options: WriterOptions(encoding: .gb18030))
      try body(folder)
    }
  }

  @Test func missingFilesAndFoldersAreToldApart() throws {
    try Self.withShapefile { folder in
      #expect(Self.problem(folder + "/xc.shp") == .missing)
      #expect(Self.problem(folder) == .isFolder(layers: ["xb.shp"]))
      try FileManager.default.createDirectory(
        atPath: folder + "/y.shp", withIntermediateDirectories: true)
      #expect(Self.problem(folder + "/y.shp") == .isFolder(layers: []))
    }
  }

  @Test(arguments: [("shp", 90), ("shp", 3000), ("shx", 500), ("dbf", 20), ("dbf", 2000)])
  func cutFilesAreDamaged(ending: String, kept: Int) throws {
    try Self.withShapefile { folder in
      let path = folder + "/xb." + ending
      try Places.write(Array(try Places.bytes(path).prefix(kept)), to: path)
      guard case .damaged(let what) = Self.problem(folder + "/xb.shp") else {
        Issue.record("not reported")
        return
      }
      #expect(what.contains(".\(ending)"), "\(what)")
    }
  }

  @Test(arguments: ["shx", "dbf"]) func missingPartsAreDamage(ending: String) throws {
    try Self.withShapefile { folder in
      try FileManager.default.removeItem(atPath: folder + "/xb." + ending)
      #expect(Self.problem(folder + "/xb.shp") == .damaged("the .\(ending) is missing"))
    }
  }

  @Test func rowsOfAnotherTableAreNoticed() throws {
    try Self.withShapefile { folder in
      try SampleLayer.write(
        folder + "/other.dbf", .shapefile, rows: 90, geometry: .none, epsg: nil,
        options: WriterOptions(encoding: .gb18030))
      try Places.write(try Places.bytes(folder + "/other.dbf"), to: folder + "/xb.dbf")
      #expect(
        Self.problem(folder + "/xb.shp") == .damaged("100 shapes in the .shx, 90 rows in the .dbf"))
    }
  }

  @Test func sixDigitEastingsWithoutPrjNeedAHint() throws {
    try Self.withShapefile { folder in
      let path = folder + "/xb.shp"
      try FileManager.default.removeItem(atPath: folder + "/xb.prj")
      let bare = try VectorSource(path: path).description.coordinates
      guard case .undecided(.undecided(let extent)) = bare else {
        Issue.record("\(bare)")
        return
      }
      #expect(extent.minX == 628_000)
      let county = try VectorSource(path: path, coordinates: CoordinateHint(countyCode: "441622"))
        .description.coordinates
      #expect(county.system?.epsg == 4547 && county.isDatumAssumed)
      let declared = try VectorSource(path: path, coordinates: CoordinateHint(epsg: 4547))
        .description.coordinates
      #expect(declared.system?.epsg == 4547 && !declared.isDatumAssumed)
    }
  }

  @Test func emptyLayersAreSaidToBeEmpty() throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.shp"
      try SampleLayer.write(
        path, .shapefile, rows: 0, options: WriterOptions(encoding: .gb18030))
      #expect(Self.problem(path) == .empty)
      let source = try VectorSource(path: path, allowsEmpty: true)
      #expect(source.description.featureCount == 0)
      #expect(source.description.fields.count == 5)
    }
  }

  @Test func unknownNamesListWhatThereIs() throws {
    try Places.withFolder { folder in
      let path = folder + "/t.gpkg"
      try GeoPackageTemplate.create(
        path: path,
        tables: [
          GeoPackageTemplate.Table(name: "小班", epsg: 4547, fields: []),
          GeoPackageTemplate.Table(
            name: "村", epsg: nil, fields: [FieldDescription(name: "CUN", kind: .text)]),
        ])
      #expect(Self.problem(path) == .severalLayers(["小班", "村"]))
      #expect(Self.problem(path, layer: "x") == .noSuchLayer(available: ["小班", "村"]))
      let source = try VectorSource(path: path, layer: "村", allowsEmpty: true)
      let description = source.description
      #expect(throws: SourceError.self) { try description.index(ofField: "XIANG") }
      #expect(try description.index(ofField: "cun") == 0)
    }
  }

  @Test func filesThatAreNotWhatTheirNameSays() throws {
    try Places.withFolder { folder in
      for name in ["a.gpkg", "a.shp", "a.xlsx", "a.geojson", "a.doc"] {
        try Places.write(Array("not a map".utf8), to: folder + "/" + name)
        let problem = Self.problem(folder + "/" + name)
        switch problem {
        case .notReadable, .damaged: break
        default: Issue.record("\(name): \(String(describing: problem))")
        }
      }
    }
  }

  @Test func changesWhileReadingAreNoticed() throws {
    try Self.withShapefile { folder in
      var source = try VectorSource(path: folder + "/xb.shp")
      _ = try source.read(0..<10, fields: [0], geometry: false)
      let other = try Places.bytes(folder + "/xb.dbf")
      try Places.write(other + [0x1A], to: folder + "/xb.dbf")
      var error: SourceError?
      do throws(SourceError) {
        _ = try source.read(10..<20, fields: [0], geometry: false)
      } catch let caught {
        error = caught
      }
      #expect(error?.problem == .changedWhileReading)
      let description = source.description
      #expect(throws: SourceError.self) { _ = try VectorSource(reopening: description) }
    }
  }
}
