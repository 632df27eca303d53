import Commands
import Foundation
import Geospatial
import Testing

@Suite("Tables as text and sheets that are not as they should be", .timeLimit(.minutes(30)))
struct HostileTextTests {
  /// The rows of the shapefile tests as delimited text; the last column holds `remark`.
  private static func text(
    separator: String = ",", quote: Bool = false, remark: (Int) -> String = { _ in "速生桉" }
  ) -> String {
    let columns = ShapefileBytes.columns
    var lines = [columns.map(\.field.name).joined(separator: separator)]
    for row in 0..<ShapefileBytes.rowCount {
      var cells = columns.dropLast().map { $0.value(row) }
      cells.append(remark(row))
      lines.append(
        cells.map { quote ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }
          .joined(separator: separator))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ bytes: [UInt8], _ accepted: Int, _ quarantined: Int = 0) throws {
    let folder = try HostileFolder()
    try folder.write(bytes, to: "a.csv")
    try folder.expectRows("a.csv", accepted, 0, quarantined)
  }

  private func refused(
    _ bytes: [UInt8], _ code: ExitCode, _ words: [String], name: String = "a.csv"
  ) throws {
    let folder = try HostileFolder()
    try folder.write(bytes, to: name)
    try folder.expectRefusal(name, code, words)
  }

  @Test("encodings, line ends and separators")
  func encodings() throws {
    let text = Self.text()
    try rows(Array(text.utf8), 8)
    try rows([0xEF, 0xBB, 0xBF] + Array(text.utf8), 8)
    let gbk = text.utf8.split(separator: Array("速生桉".utf8))
      .joined(separator: [0xCB, 0xD9, 0xC9, 0xFA, 0xE8, 0xF1])
    try rows(Array(gbk), 8)
    try rows(Array(text.replacing("\n", with: "\r\n").utf8), 8)
    try rows(Array(text.replacing("\n", with: "\r").utf8), 8)
    try rows(Array(Self.text(separator: "\t").utf8), 8)
    try rows(Array(Self.text(separator: ";").utf8), 8)
  }

  @Test("UTF-16 is named as what it is, with and without a mark, with and without Chinese")
  func utf16() throws {
    for text in [Self.text(), Self.text { _ in "x" }] {
      let units = Array(text.utf16)
      let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      try refused([0xFF, 0xFE] + little, .data, ["UTF-16", "UTF-8"])
      try refused(little, .data, ["UTF-16"])
      let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
      try refused([0xFE, 0xFF] + big, .data, ["UTF-16"])
    }
  }

  @Test("quoted cells may hold separators, quotation marks and line ends")
  func quoted() throws {
    try rows(Array(Self.text(quote: true) { _ in "速生,\n\"桉\"\n" }.utf8), 8)
  }

  @Test("quotation marks that would swallow rows are found")
  func strayQuotes() throws {
    try refused(
      Array(Self.text { $0 == 2 ? "\"速生桉" : "速生桉" }.utf8), .damaged, ["line 4", "never closed"])
    try refused(
      Array(Self.text { $0 == 2 ? "径 6\" 以上" : "速生桉" }.utf8), .damaged, ["line 4"])
    try refused(
      Array(Self.text { $0 == 2 ? "\"速生桉" : $0 == 5 ? "\"桉\"" : "桉" }.utf8), .damaged, ["line"])
    // Two in one cell hide nothing.
    try rows(Array(Self.text { _ in "径 6\" 至 8\" 之间" }.utf8), 8)
  }

  @Test("zero bytes are damage")
  func zeroBytes() throws {
    try refused(Array(Self.text { $0 == 3 ? "速\0生桉" : "桉" }.utf8), .damaged, ["line 5", "zero"])
    try refused(Array(Self.text().utf8) + [0, 0, 0, 0], .damaged, ["zero"])
  }

  @Test("a million characters in a cell, two thousand columns")
  func large() throws {
    let long = String(repeating: "长", count: 1_000_000)
    try rows(Array(Self.text { $0 == 2 ? long : "桉" }.utf8), 8)
    var lines = Self.text().split(separator: "\n").map(String.init)
    for line in lines.indices {
      for column in 0..<2000 { lines[line] += line == 0 ? ",c\(column)" : ",\(column)" }
    }
    try rows(Array(lines.joined(separator: "\n").utf8), 8)
  }

  @Test("decimal commas are no numbers, and the rows are set aside")
  func decimalCommas() throws {
    let text = Self.text(separator: ";").replacing("1.0000", with: "1,0", maxReplacements: 3)
    try rows(Array(text.utf8), 5, 3)
  }

  @Test("no content, a heading alone, anything at all")
  func empty() throws {
    try refused([], .emptyLayer, ["no rows"])
    let heading = Self.text().prefix { $0 != "\n" }
    try refused(Array(heading.utf8) + [0x0A], .emptyLayer, ["no rows"])
    try refused((0..<5000).map { UInt8(truncatingIfNeeded: $0 * 77 + $0 / 256 + 1) }, .data, [])
  }

  @Test("GeoJSON that is cut, too deep, not UTF-8, or empty")
  func geoJSON() throws {
    let sound = Self.geoJSON([:])
    let folder = try HostileFolder()
    try folder.write(Array(sound.utf8), to: "a.geojson")
    try folder.expectRows("a.geojson", 8)
    try refused(Array(sound.utf8.prefix(2000)), .wrongKind, ["a.geojson"], name: "a.geojson")
    let gbk = sound.utf8.split(separator: Array("速生桉".utf8))
      .joined(separator: [0xCB, 0xD9, 0xC9, 0xFA, 0xE8, 0xF1])
    try refused(Array(gbk), .data, ["UTF-8"], name: "a.geojson")
    let deep =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"#
      + String(repeating: "[", count: 100_000)
    try refused(Array(deep.utf8), .wrongKind, ["nested"], name: "a.geojson")
    try refused([], .emptyLayer, ["no rows"], name: "a.geojson")
    try refused(
      Array(#"{"type":"FeatureCollection","features":[]}"#.utf8), .emptyLayer, [],
      name: "a.geojson")
  }

  @Test("GeoJSON of mixed kinds: what is no polygon is set aside")
  func mixed() throws {
    let folder = try HostileFolder()
    let triangle = "[[[115.003,24],[115.003,24.001],[115.004,24.001],[115.003,24]]]"
    try folder.write(
      Array(
        Self.geoJSON([
          1: #"{"type":"Point","coordinates":[115,24]}"#,
          2: #"{"type":"LineString","coordinates":[[115,24],[115.1,24]]}"#,
          3: #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[115,24]},"#
            + #"{"type":"Polygon","coordinates":\#(triangle)}]}"#,
          4: "null", 5: #"{"type":"MultiPolygon","coordinates":[]}"#,
          6: #"{"type":"Polygon","coordinates":[[[115,24],[115,1e999],[115.1,24],[115,24]]]}"#,
        ]).utf8), to: "a.geojson")
    try folder.expectRows("a.geojson", 5, 0, 3)
  }

  private static func geoJSON(_ geometries: [Int: String]) -> String {
    let features = (0..<ShapefileBytes.rowCount).map { row -> String in
      var members = ShapefileBytes.columns.map { "\"\($0.field.name)\":\"\($0.value(row))\"" }
      members[members.count - 1] = "\"BEI_ZHU\":\"速生桉\""
      let x = 115 + Double(row) / 1000
      let square =
        "[[[\(x),24],[\(x),24.001],[\(x + 0.001),24.001],[\(x + 0.001),24],[\(x),24]]]"
      let geometry = geometries[row] ?? #"{"type":"Polygon","coordinates":\#(square)}"#
      return
        #"{"type":"Feature","properties":{\#(members.joined(separator: ","))},"geometry":\#(geometry)}"#
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }
}

@Suite("Encodings told by evidence, in a run")
struct EncodingRunTests {
  private static func latin(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  @Test("rows in UTF-8 among rows in GBK are read, and named in a finding")
  func strayRows() throws {
    let folder = try HostileFolder()
    var bytes = ShapefileBytes()
    bytes.cells["3 BEI_ZHU"] = Self.latin(Array("补植马尾松".utf8))
    try folder.write(bytes)
    let inspected = try folder.inspect("a.shp")
    #expect(inspected.output.contains("in UTF-8 among others in GBK"))
    #expect(inspected.output.contains("补植马尾松"))
    try folder.expectRows("a.shp", 8)
  }

  @Test("Big5 without a claim is read as what gives words, and the run says that it is a guess")
  func big5() throws {
    let folder = try HostileFolder()
    var bytes = ShapefileBytes()
    // 林業造林 in Big5.
    let text: [UInt8] = [0xAA, 0x4C, 0xB7, 0x7E, 0xB3, 0x79, 0xAA, 0x4C]
    for row in 0..<ShapefileBytes.rowCount { bytes.cells["\(row) BEI_ZHU"] = Self.latin(text) }
    try folder.write(bytes)
    let inspected = try folder.inspect("a.shp")
    #expect(inspected.output.contains("林業造林"), "\(inspected.output)")
    let run = try folder.run("a.shp")
    #expect(run.exitCode == .success, "\(run.errors)")
    #expect((run.errors + run.output).contains("read as BIG5"), "\(run.errors)\(run.output)")
  }
}
