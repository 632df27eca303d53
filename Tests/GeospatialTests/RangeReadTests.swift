import Dispatch
import Geometry
import Synchronization
import Testing

@testable import Geospatial

/// Reading in ranges, by several workers, is reading.
@Suite struct RangeReadTests {
  private static func whole(_ path: String) throws -> RawBatch {
    var source = try VectorSource(path: path)
    let rows = source.description.rowCount
    return try source.read(
      0..<rows, fields: Array(source.description.fields.indices), geometry: true)
  }

  private static func pieces(_ path: String, chunk: Int) throws -> [RawBatch] {
    let description = try VectorSource(path: path).description
    let chunks = (description.rowCount + chunk - 1) / chunk
    let results = Mutex<[Int: RawBatch]>([:])
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { worker in
      do {
        var source = try VectorSource(reopening: description)
        // Each worker goes backwards, so that nobody lives on sequential luck.
        for index in (0..<chunks).reversed() where index % 3 == worker {
          let batch = try source.read(
            (index * chunk)..<((index + 1) * chunk), fields: Array(description.fields.indices),
            geometry: true)
          results.withLock { $0[index] = batch }
        }
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    return results.withLock { all in (0..<chunks).compactMap { all[$0] } }
  }

  private static func expectSame(_ path: String, chunk: Int, rows: Int) throws {
    let whole = try whole(path)
    #expect(whole.count == rows)
    let pieces = try pieces(path, chunk: chunk)
    #expect(pieces.flatMap(\.featureIDs) == whole.featureIDs)
    for column in whole.columns.indices {
      #expect(pieces.flatMap { $0.columns[column].strings } == whole.columns[column].strings)
    }
    let shapes = pieces.flatMap { piece in
      (0..<piece.geometry.count).map { Array(piece.geometry[$0]) }
    }
    #expect(shapes == (0..<whole.geometry.count).map { Array(whole.geometry[$0]) })
  }

  @Test(arguments: [(OutputFormat.shapefile, "shp"), (.geoPackage, "gpkg"), (.geoJSON, "geojson")])
  func workersSeeWhatOneReaderSees(format: OutputFormat, ending: String) throws {
    try Places.withFolder { folder in
      let path = folder + "/xb." + ending
      try SampleLayer.write(
        path, format, rows: 1000, epsg: format == .geoJSON ? nil : 4547,
        options: WriterOptions(encoding: format == .shapefile ? .gb18030 : .utf8))
      try Self.expectSame(path, chunk: 64, rows: 1000)
    }
  }

  @Test func gapsInFeatureIDsDoNotShiftRows() throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.gpkg"
      try SampleLayer.write(path, .geoPackage, rows: 500)
      try Places.execute(path, ["DELETE FROM xb WHERE fid % 7 = 3"])
      let deleted = (1...500).count { $0 % 7 == 3 }
      try Self.expectSame(path, chunk: 33, rows: 500 - deleted)
    }
  }

  @Test func deletedRowsOfATableAreAbsent() throws {
    try Places.withFolder { folder in
      let path = folder + "/xb.shp"
      try SampleLayer.write(
        path, .shapefile, rows: 200, options: WriterOptions(encoding: .gb18030))
      var bytes = try Places.bytes(folder + "/xb.dbf")
      let header = Int(bytes[8]) + Int(bytes[9]) << 8
      let record = Int(bytes[10]) + Int(bytes[11]) << 8
      for row in [0, 63, 64, 150] { bytes[header + row * record] = UInt8(ascii: "*") }
      try Places.write(bytes, to: folder + "/xb.dbf")
      let description = try VectorSource(path: path).description
      #expect(description.featureCount == 196)
      #expect(description.rowCount == 200)
      try Self.expectSame(path, chunk: 64, rows: 196)
    }
  }
}
