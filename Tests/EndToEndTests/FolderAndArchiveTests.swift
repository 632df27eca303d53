import Commands
import Foundation
import Geospatial
import Testing

/// Folders of files, and workbooks in archives, as sources.
struct FolderAndArchiveTests {
  private func write(_ folder: HostileFolder, _ stem: String, first: Int) throws {
    var bytes = ShapefileBytes()
    bytes.box[0] += Double(first) * 100
    bytes.box[2] += Double(first) * 100
    bytes.shapes = (0..<ShapefileBytes.rowCount).map {
      ShapefileBytes.polygon([ShapefileBytes.square($0 + first)])
    }
    for row in 0..<ShapefileBytes.rowCount { bytes.cells["\(row) XIAO_BAN"] = "\(first + row)" }
    try folder.write(bytes, to: stem)
  }

  @Test("a folder of shapefiles is one survey, in the order of their names")
  func folderOfShapefiles() throws {
    for path in ["乡", "乡/", "乡/*.shp"] {
      let folder = try HostileFolder()
      try write(folder, "乡/b", first: 8)
      try write(folder, "乡/a", first: 0)
      try folder.write(Array("two towns, see the map".utf8), to: "乡/readme.txt")
      let outcome = try folder.run(path)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      let text = outcome.errors + outcome.output
      let first = try #require(text.range(of: "乡/a.shp: 8 rows"))
      let second = try #require(text.range(of: "乡/b.shp: 8 rows"))
      #expect(first.lowerBound < second.lowerBound)
      let inspected = try folder.inspect(path)
      #expect(inspected.exitCode == .success, "\(inspected.errors)")
      #expect(inspected.output.contains("layer a: 8 rows"))
      #expect(inspected.output.contains("layer b: 8 rows"))
    }
  }

  @Test("a folder that holds something else as well is refused with a pattern to write")
  func mixedFolders() throws {
    let folder = try HostileFolder()
    try write(folder, "d/a", first: 0)
    try folder.write(Array("CUN,MC\n1,a\n".utf8), to: "d/names.csv")
    try folder.expectRefusal("d", .wrongKind, ["a.shp, names.csv", "*.shp"])
    var points = ShapefileBytes()
    points.kind = 1
    points.shapes = (0..<ShapefileBytes.rowCount).map {
      ShapefileBytes.point(38_500_000 + Double($0), 2_500_000)
    }
    try write(folder, "e/a", first: 0)
    try folder.write(points, to: "e/p")
    let outcome = try folder.run("e")
    #expect(outcome.exitCode == .wrongKind)
    #expect(outcome.errors.contains("e/p.shp") && outcome.errors.contains("*.shp"))
    try FileManager.default.createDirectory(
      atPath: folder.path("none"), withIntermediateDirectories: true)
    try folder.expectRefusal("none", .wrongKind, ["without any table"])
  }

  /// The demonstration with its 林权台账 in an archive.
  private func demo() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copyDemo()
    let list = try Data(
      contentsOf: URL(fileURLWithPath: workspace.path("sample-data/linquan_449921.xlsx")))
    var writer = try ZipArchiveWriter(path: workspace.path("台账.zip"))
    try writer.add("2023/台账.xlsx", [UInt8](list))
    try writer.finish()
    return workspace
  }

  @Test("a workbook in an archive is read by inspect and by a run")
  func zippedWorkbook() throws {
    let workspace = try demo()
    let inspected = try workspace.lintan("inspect", workspace.path("台账.zip"))
    #expect(inspected.exitCode == .success, "\(inspected.errors)")
    #expect(inspected.output.contains("1,363 records"))
    #expect(inspected.output.contains("台账.zip/2023/台账.xlsx"))
    try workspace.edit(
      "pipelines/demo.json5", "title: ", "stages: [\"ingest\", \"tenure\"], title: ")
    let bare = try workspace.run("pipelines/demo.json5")
    try workspace.edit("pipelines/demo.json5", "../sample-data/linquan_*.xlsx", "../台账.zip")
    let zipped = try workspace.run("pipelines/demo.json5")
    #expect(zipped.exitCode == .success, "\(zipped.errors)")
    func records(_ outcome: Workspace.Outcome) -> [String] {
      (outcome.errors + outcome.output).split(separator: "\n").map(String.init).filter {
        $0.contains("tenure") || $0.contains("claims") || $0.contains("records")
      }.map { $0.replacingOccurrences(of: "台账.zip/2023/台账", with: "sample-data/linquan_449921") }
    }
    #expect(!records(bare).isEmpty)
  }

  @Test("messages do not quote the source code of a library")
  func noSourceLines() throws {
    let workspace = try demo()
    var bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: workspace.path("台账.zip"))))
    for place in 3000..<3040 { bytes[place] ^= 0x5A }
    try Data(bytes).write(to: URL(fileURLWithPath: workspace.path("broken.zip")))
    let outcome = try workspace.lintan("inspect", workspace.path("broken.zip"))
    #expect(outcome.exitCode == .damaged, "\(outcome.errors)")
    #expect(!outcome.errors.contains(".cpp") && !outcome.errors.contains("z_err"))
  }
}
