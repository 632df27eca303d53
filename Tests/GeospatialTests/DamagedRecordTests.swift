import Foundation
import Testing

@testable import Geospatial

/// Single records that nobody can read, in files that are whole otherwise.
@Suite struct DamagedRecordTests {
  private func record(
    _ kind: UInt32, _ parts: [UInt32], _ points: Int, promised: UInt32? = nil
  ) -> [UInt8] {
    func bytes(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }
    var record = bytes(kind) + [UInt8](repeating: 0, count: 32)
    record += bytes(UInt32(parts.count)) + bytes(promised ?? UInt32(points))
    for part in parts { record += bytes(part) }
    return record + [UInt8](repeating: 0, count: 16 * points)
  }

  private func content(_ record: [UInt8]) -> ShapefileRecord.Content {
    record.withUnsafeBytes { ShapefileRecord.content($0) }
  }

  @Test func countsMustFitTheRecord() {
    #expect(content(record(5, [0], 5)) == .polygon)
    #expect(content(record(5, [0, 5], 10)) == .polygon)
    #expect(content(record(15, [0], 5) + [UInt8](repeating: 0, count: 56)) == .polygon)
    #expect(content(record(5, [], 0)) == .nothing)
    #expect(content([0, 0, 0, 0]) == .nothing)
    #expect(content(record(1, [0], 5)) == .other)
    for wrong in [
      record(77, [0], 5), record(5, [3], 5), record(5, [0, 0], 5), record(5, [0, 9], 5),
      record(5, [0], 5, promised: 0x7FFF_FFFF), record(5, [0], 5, promised: 0xFFFF_FFFB),
      record(5, [0], 5, promised: 6), [UInt8](repeating: 0, count: 100), [5, 0, 0, 0], [],
    ] {
      #expect(content(wrong) == .damaged)
    }
  }

  @Test func theTextOfAGeoJSONFileTellsNoGeometryFromABrokenOne() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lintan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func shapes(_ text: String) throws -> [Bool]? {
      let path = folder + "/a.geojson"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return GeoJSONShapes(path)?.hasGeometry
    }
    let text = #"""
      { "type": "FeatureCollection", "features": [
        { "geometry": null, "properties": { "geometry": { "a": [] }, "t": "\"}{" } },
        { "properties": null, "geometry" : { "type": "Polygon", "coordinates": [[[1]]] } },
        { "geometry": "x" }, { "type": "Feature" } ], "features2": [{}] }
      """#
    #expect(try shapes(text) == [false, true, true, false])
    #expect(try shapes(String(text.dropLast(4))) == nil)
    #expect(try shapes(String(repeating: "[", count: 100_000)) == nil)
  }

  @Test func notationsAreToldByTheirNumbers() {
    func notation(_ x: Double, _ y: Double) -> CoordinateNotation {
      CoordinateNotation(Extent(minX: x, minY: y, maxX: x, maxY: y))
    }
    // 龙川县城, as data.md section 7 has it in every notation.
    #expect(notation(38_628_114.9, 2_666_939.8) == .zone(38))
    #expect(notation(628_114.9, 2_666_939.8) == .sixDigits)
    #expect(notation(115.26, 24.10) == .degrees)
    #expect(notation(24.10, 115.26) == .swappedDegrees)
    #expect(notation(2_666_939.8, 628_114.9) == .swappedMetres)
    #expect(notation(2_666_939.8, 38_628_114.9) == .swappedMetres)
    #expect(notation(12_830_684, 2_767_000) == .webMercator)
    #expect(notation(0, 0) == .origin)
    #expect(notation(38_628_114.9, 2_666_939.8).epsg == 4526)
  }
}
