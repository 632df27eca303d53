import Archive
import Commands
import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

@Suite("Archives, workbooks and databases that are not as they should be", .timeLimit(.minutes(30)))
struct HostileContainerTests {
  private static func zip(_ folder: HostileFolder, _ entries: [(String, [UInt8])]) throws {
    var writer = try ZipArchiveWriter(path: folder.path("a.zip"))
    for (name, bytes) in entries { try writer.add(name, bytes) }
    try writer.finish()
  }

  private static func entries(_ stem: String, _ bytes: ShapefileBytes = ShapefileBytes())
    -> [(String, [UInt8])]
  {
    [(stem + ".shp", bytes.shp), (stem + ".shx", bytes.shx), (stem + ".dbf", bytes.dbf)]
  }

  @Test("inspect opens an archive and every table in it")
  func inspect() throws {
    let folder = try HostileFolder()
    try Self.zip(folder, Self.entries("东源/小班") + Self.entries("b") + [("说明.txt", [])])
    let all = try folder.inspect("a.zip")
    #expect(all.output.contains("a.zip/东源/小班.shp"))
    #expect(all.output.contains("a.zip/b.shp"))
    // The text has no columns: it is no table.
    #expect(all.exitCode == .success, "\(all.errors)")
    #expect(!all.output.contains("说明.txt"))
    let one = try folder.inspect("a.zip/b.shp")
    #expect(one.exitCode == .success, "\(one.errors)")
    #expect(!one.output.contains("小班.shp"))
    let none = try folder.inspect("a.zip/c.shp")
    #expect(none.exitCode == .missingColumn)
    #expect(none.errors.contains("b.shp"))
  }

  @Test("a mapping can be drafted from the only table of an archive, not from several")
  func draft() throws {
    let folder = try HostileFolder()
    try Self.zip(folder, Self.entries("b"))
    let draft = folder.path("draft.json5")
    let one = try folder.workspace.lintan(
      "inspect", folder.path("a.zip"), "--mappings", folder.path("pipelines/mappings"),
      "--write-mapping", draft)
    #expect(one.exitCode == .success, "\(one.errors)")
    #expect(folder.workspace.exists("draft.json5"))
    try Self.zip(folder, Self.entries("b") + Self.entries("c"))
    let two = try folder.workspace.lintan(
      "inspect", folder.path("a.zip"), "--write-mapping", draft, "--force")
    #expect(two.exitCode == .missingColumn)
    #expect(two.errors.contains("b.shp") && two.errors.contains("c.shp"))
  }

  @Test("an archive that is cut, broken, incomplete or useless")
  func damagedArchives() throws {
    let folder = try HostileFolder()
    try Self.zip(folder, Self.entries("a"))
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("a.zip"))))
    try folder.expectRows("a.zip", 8)
    try folder.write(Array(whole.prefix(whole.count / 2)), to: "cut.zip")
    try folder.expectRefusal("cut.zip", .wrongKind, ["cut.zip", "ZIP"])
    var broken = whole
    broken[150] ^= 0xFF
    try folder.write(broken, to: "broken.zip")
    try folder.expectRefusal("broken.zip", .damaged, ["broken.zip/a.shp"])
    try Self.zip(folder, [("a.shp", ShapefileBytes().shp)])
    try folder.expectRefusal("a.zip", .damaged, ["missing"])
    try Self.zip(folder, [("readme.doc", [1, 2, 3])])
    try folder.expectRefusal("a.zip", .wrongKind, ["holds no table"])
    try Self.zip(folder, [("readme.txt", Array("Please read".utf8))])
    try folder.expectRefusal("a.zip", .wrongKind, ["a.zip: the archive holds no table"])
  }

  @Test("names in GBK")
  func names() throws {
    let folder = try HostileFolder()
    try Self.zip(folder, Self.entries("XXXX1"))
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("a.zip"))))
    // 小班 in GBK, and the flag for UTF-8 taken away.
    for place in bytes.indices.dropLast(4) {
      if Array(bytes[place..<place + 4]) == Array("XXXX".utf8) {
        bytes.replaceSubrange(place..<place + 4, with: [0xD0, 0xA1, 0xB0, 0xE0])
      }
      let mark = Array(bytes[place..<place + 4])
      if mark == [0x50, 0x4B, 3, 4] { bytes[place + 7] &= 0xF7 }
      if mark == [0x50, 0x4B, 1, 2] { bytes[place + 9] &= 0xF7 }
    }
    try folder.write(bytes, to: "a.zip")
    try folder.expectRows("a.zip", 8)
    #expect(try folder.inspect("a.zip").output.contains("a.zip/小班1.shp"))
  }

  @Test(
    "archives and workbooks that unpack without end are not unpacked", arguments: ["zip", "xlsx"])
  func bombs(ending: String) throws {
    let folder = try HostileFolder()
    let zeros = [UInt8](repeating: 0, count: 280 << 20)
    var writer = try ZipArchiveWriter(path: folder.path("a." + ending))
    try writer.add(ending == "zip" ? "a.shp" : "xl/worksheets/sheet1.xml", zeros)
    try writer.finish()
    try folder.expectRefusal("a." + ending, .wrongKind, ["280 MB"])
  }

  /// A GeoPackage of the rows of the shapefile tests, changed by statements.
  private static func geoPackage(_ statements: [String]) throws -> HostileFolder {
    let folder = try HostileFolder()
    let columns = ShapefileBytes.columns
    let fields = columns.map { column in
      FieldDescription(
        name: column.field.name, kind: column.field.kind == "N" ? .real : .text, width: 0)
    }
    var writer = try LayerWriter(
      path: folder.path("a.gpkg"), format: .geoPackage, layer: "a", fields: fields,
      geometry: .polygon, epsg: 4526, options: WriterOptions(spatialIndex: false))
    var shapes = WKBColumn()
    for row in 0..<ShapefileBytes.rowCount {
      var polygon = PolygonBuffer()
      polygon.appendRing(ShapefileBytes.square(row), isShell: true)
      shapes.append(polygon)
    }
    try writer.append(
      columns: columns.map { column in
        let values = (0..<ShapefileBytes.rowCount).map(column.value)
        return column.field.kind == "N"
          ? .number(values.map { Double($0) ?? .nan })
          : .text(TextColumn(values.map { $0.contains("\u{CB}") ? "速生桉" : $0 }))
      }, geometry: shapes)
    try writer.finish()
    let connection = try Connection(path: folder.path("a.gpkg"), mode: .readWrite)
    for statement in statements { try connection.execute(statement) }
    try connection.close()
    return folder
  }

  @Test(
    "one geometry that cannot be read sets one row aside",
    arguments: [
      "x'67617262616765'", "x''", "x'4750000100000000'", "substr(geom, 1, length(geom) - 20)",
      "x'475000010000000001FF00000001000000'",
      "x'47500001000000000103000000FFFFFF7F'",
      "x'4750000100000000010300000001000000FFFFFF7F'", "'hello'",
    ])
  func brokenGeometry(value: String) throws {
    let folder = try Self.geoPackage(["UPDATE a SET geom = \(value) WHERE fid = 2"])
    try folder.expectRows("a.gpkg", 7, 0, 1)
  }

  @Test("heights, collections, empty and missing geometries")
  func kinds() throws {
    // A multi-polygon with heights: the square of row 1 as hexadecimal.
    var shape: [UInt8] = [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1] + ShapefileBytes.little(1003)
    shape += ShapefileBytes.little(1) + ShapefileBytes.little(5)
    for point in ShapefileBytes.square(1) {
      shape += ShapefileBytes.number(point.x) + ShapefileBytes.number(point.y)
      shape += ShapefileBytes.number(12)
    }
    let hexadecimal = shape.map { String(format: "%02X", $0) }.joined()
    let heights = try Self.geoPackage(["UPDATE a SET geom = x'\(hexadecimal)' WHERE fid = 2"])
    try heights.expectRows("a.gpkg", 8)
    let missing = try Self.geoPackage(["UPDATE a SET geom = NULL WHERE fid = 2"])
    try missing.expectRows("a.gpkg", 8)
  }

  @Test("what the file notes about itself is not trusted")
  func notes() throws {
    let count = try Self.geoPackage(["UPDATE gpkg_ogr_contents SET feature_count = 100"])
    try count.expectRows("a.gpkg", 8)
    let fewer = try Self.geoPackage([
      "DELETE FROM a WHERE fid IN (2, 5)", "UPDATE gpkg_ogr_contents SET feature_count = 8",
    ])
    try fewer.expectRows("a.gpkg", 6)
    let none = try Self.geoPackage([
      "DELETE FROM a", "UPDATE gpkg_ogr_contents SET feature_count = 8",
    ])
    try none.expectRefusal("a.gpkg", .emptyLayer, ["no rows"])
    let box = try Self.geoPackage([
      "UPDATE gpkg_contents SET min_x = 0, max_x = 1, min_y = 0, max_y = 1"
    ])
    try box.expectRows("a.gpkg", 8)
    let ids = try Self.geoPackage([
      "UPDATE a SET fid = 9223372036854775807 WHERE fid = 8",
      "UPDATE a SET fid = -9223372036854775807 WHERE fid = 1",
    ])
    try ids.expectRows("a.gpkg", 8)
  }

  /// A view of the rows, registered as a layer in place of the table.
  private static func view(_ definition: String) -> [String] {
    [
      "CREATE VIEW v AS \(definition)",
      "UPDATE gpkg_contents SET table_name = 'v', identifier = 'v'",
      "UPDATE gpkg_geometry_columns SET table_name = 'v'",
      "DELETE FROM gpkg_ogr_contents",
    ]
  }

  @Test("views are read as tables are")
  func views() throws {
    let plain = try Self.geoPackage(Self.view("SELECT * FROM a WHERE fid <> 3"))
    try plain.expectRows("a.gpkg", 7, options: ", layer: \"v\"")
    // Every row twice, under the same number.
    let twice = try Self.geoPackage(
      Self.view("SELECT a.* FROM a, (SELECT 1 AS n UNION ALL SELECT 2)"))
    let outcome = try twice.run("a.gpkg", options: ", layer: \"v\"")
    #expect((outcome.errors + outcome.output).contains("16 rows = "), "\(outcome.errors)")
  }

  @Test(
    "views without end, with rows and without, are refused",
    arguments: [
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
        + "SELECT c.n AS fid, a.geom, a.CUN FROM c, a",
      "WITH c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT a.* FROM a, c WHERE n < 0",
      "SELECT a.*, (WITH c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c) "
        + "AS m FROM a",
    ])
  func endlessViews(definition: String) throws {
    let folder = try Self.geoPackage(Self.view(definition))
    let outcome = try folder.inspect("a.gpkg")
    #expect(outcome.exitCode == .data)
    for word in ["layer v", "view", "as a table"] { #expect(outcome.errors.contains(word)) }
  }

  @Test("values of another kind than their column")
  func values() throws {
    let folder = try Self.geoPackage([
      "UPDATE a SET MIAN_JI = 'abc' WHERE fid = 2", "UPDATE a SET HUO_LMGQXJ = 9e999 WHERE fid = 3",
      "UPDATE a SET DI_LEI = x'FF00FE' WHERE fid = 4",
      "UPDATE a SET CUN = CAST(x'C0CFC2A1' AS TEXT) WHERE fid = 5",
    ])
    try folder.expectRows("a.gpkg", 4, 0, 4)
  }

  @Test("a database that is cut, and files that are something else")
  func cut() throws {
    let folder = try Self.geoPackage([])
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("a.gpkg"))))
    try folder.write(Array(bytes.prefix(40_000)), to: "cut.gpkg")
    try folder.expectRefusal("cut.gpkg", .wrongKind, ["cut.gpkg"])
    for name in ["a.gpkg", "a.fgb", "a.xlsx", "a.xls", "a.ods", "a.gdb", "a.geojson"] {
      let other = try HostileFolder()
      try other.write(Array("not a map".utf8), to: name)
      try other.expectRefusal(name, .wrongKind, [name])
    }
    let gdb = try HostileFolder()
    try FileManager.default.createDirectory(
      atPath: gdb.path("a.gdb"), withIntermediateDirectories: true)
    try gdb.expectRefusal("a.gdb", .wrongKind, ["a.gdb"])
  }
}
