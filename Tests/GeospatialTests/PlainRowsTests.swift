import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

/// Rows taken from a shapefile as they lie against the same rows read by GDAL: one row marked as
/// deleted leaves the whole file to GDAL.
@Suite struct PlainRowsTests {
  @Test(arguments: ["xiaoban_2018_449921", "xiaoban_2023_449921", "linquan_449921"])
  func plainRowsAreWhatGDALReads(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/plain-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let samples =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/sample-data/"
    for ending in ["shp", "shx", "dbf", "prj"] {
      try FileManager.default.copyItem(
        atPath: samples + name + "." + ending, toPath: "\(folder)/\(name).\(ending)")
    }
    var plain = try VectorSource(path: "\(folder)/\(name).shp", encoding: .gbk)
    let rows = plain.description.rowCount - 1
    let fields = Array(plain.description.fields.indices)
    let expected = try plain.read(0..<rows, fields: fields, geometry: true)

    let table = URL(fileURLWithPath: "\(folder)/\(name).dbf")
    var bytes = try Data(contentsOf: table)
    let header = Int(bytes[8]) | Int(bytes[9]) << 8
    let record = Int(bytes[10]) | Int(bytes[11]) << 8
    bytes[header + rows * record] = UInt8(ascii: "*")
    try bytes.write(to: table)
    var judged = try VectorSource(path: "\(folder)/\(name).shp", encoding: .gbk)
    try #require(judged.description.featureCount == rows)
    let found = try judged.read(0..<rows, fields: fields, geometry: true)

    #expect(found.featureIDs == expected.featureIDs)
    #expect(found.geometry == expected.geometry)
    #expect(found.damagedTexts == expected.damagedTexts)
    for (one, other) in zip(found.columns, expected.columns) {
      switch (one, other) {
      case (.number(let one), .number(let other)):
        #expect(one.map(\.bitPattern) == other.map(\.bitPattern))
      case (.text(let one), .text(let other)): #expect(one == other)
      default: Issue.record("columns of different kinds")
      }
    }
  }
}
