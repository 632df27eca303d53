import Commands
import Foundation
import Testing

/// What `inspect` says of layers that a run would refuse or set rows aside of.
struct InspectPlaceTests {
  @Test("a layer that cannot be placed is described, with the remedy and the exit code of a run")
  func unplaced() throws {
    let folder = try HostileFolder()
    try folder.write(ShapefileBytes(), without: ["prj"])
    // Seven-digit eastings in no zone.
    var shapes = ShapefileBytes()
    shapes.shapes = (0..<ShapefileBytes.rowCount).map { row in
      ShapefileBytes.polygon([
        ShapefileBytes.square(row).map { (x: $0.x - 34_000_000, y: $0.y) }
      ])
    }
    shapes.box = [4_500_000, 2_500_000, 4_500_800, 2_500_100]
    try folder.write(shapes, to: "b", without: ["prj"])
    let run = try folder.run("b.shp")
    let outcome = try folder.inspect("b.shp")
    #expect(run.exitCode == .coordinates)
    #expect(outcome.exitCode == run.exitCode, "\(outcome.errors)")
    #expect(outcome.output.contains("Fields 字段"))
    #expect(outcome.output.contains("--epsg CODE"))
    #expect(outcome.errors.contains("--epsg"))
    let told = try folder.workspace.lintan("inspect", folder.path("a.shp"), "--epsg", "4526")
    #expect(told.exitCode == .success, "\(told.errors)")
  }

  @Test("the codes of the rows place six-digit eastings, as in a run")
  func county() throws {
    let folder = try HostileFolder()
    var shapes = ShapefileBytes()
    shapes.shapes = (0..<ShapefileBytes.rowCount).map { row in
      ShapefileBytes.polygon([
        ShapefileBytes.square(row).map { (x: $0.x - 37_900_000, y: $0.y + 150_000) }
      ])
    }
    shapes.box = [600_000, 2_650_000, 600_800, 2_650_100]
    for row in 0..<ShapefileBytes.rowCount {
      shapes.cells["\(row) XIAN"] = "441622"
      shapes.cells["\(row) CUN"] = "441622100200"
    }
    try folder.write(shapes, without: ["prj"])
    let run = try folder.run("a.shp")
    let outcome = try folder.inspect("a.shp")
    #expect(outcome.exitCode == run.exitCode, "\(outcome.errors)")
    #expect(run.exitCode == .success, "\(run.errors)")
    #expect(outcome.output.contains("county 441622"))
  }

  @Test("shapes that no run can use are shown, with a known mapping and without")
  func unusableShapes() throws {
    let folder = try HostileFolder()
    var shapes = ShapefileBytes()
    var square = ShapefileBytes.square(2)
    square[1].x = .nan
    shapes.shapes[2] = ShapefileBytes.polygon([square])
    try folder.write(shapes)
    let outcome = try folder.inspect("a.shp")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("1 row without a usable polygon"), "\(outcome.output)")
    #expect(outcome.output.contains("unusable-geometry"), "\(outcome.output)")
    let alone = try folder.workspace.lintan(
      "inspect", folder.path("a.shp"), "--mappings", folder.path("pipelines/methods"))
    #expect(alone.exitCode != .success || alone.output.contains("1 row without a usable polygon"))
  }

  @Test("messages name the option of inspect beside the key of a pipeline")
  func options() throws {
    let folder = try HostileFolder()
    var bytes = Array("CUN,名称\n1,".utf8)
    bytes += [0xFF, 0xFE, 0x80, 0x0A]
    try folder.write(bytes, to: "a.csv")
    let outcome = try folder.inspect("a.csv")
    #expect(outcome.errors.contains("--encoding"), "\(outcome.errors)")
  }
}
