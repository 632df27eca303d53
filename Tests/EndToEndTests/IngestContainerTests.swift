import Commands
import Foundation
import Geospatial
import Testing

@Suite("Inventories in all the containers counties deliver")
struct IngestContainerTests {
  private static let stem = "sample-data/xiaoban_2023_449921"

  /// A workspace with the demonstration and a pipeline that ingests one source.
  private func ingest(
    _ path: String, options: String = "", _ prepare: (Workspace) throws -> Void
  ) throws -> Workspace.Outcome {
    let workspace = try Workspace()
    try workspace.copyDemo()
    try prepare(workspace)
    try workspace.write(
      """
      { name: "one", title: "one", stages: ["ingest"],
        sources: { inventory: [{ survey: 2023, path: "../\(path)",
          mapping: "mappings/national-xiaoban.json5" \(options) }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """, to: "pipelines/one.json5")
    return try workspace.run("pipelines/one.json5")
  }

  private func content(_ workspace: Workspace, _ ending: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: workspace.path(Self.stem + ending))))
  }

  /// Zips the shapefile under the given entry name.
  private func zip(
    _ workspace: Workspace, _ names: [String], to name: String
  ) throws {
    var writer = try ZipArchiveWriter(path: workspace.path(name))
    for entry in names {
      for ending in [".shp", ".shx", ".dbf", ".prj"] {
        try writer.add(entry + ending, try content(workspace, ending))
      }
    }
    try writer.finish()
  }

  private static let whole = "2625 rows = 2613 accepted + 9 repaired + 3 quarantined"

  @Test("a zipped shapefile gives the rows of the bare one")
  func zipped() throws {
    let bare = try ingest(Self.stem + ".shp") { _ in }
    #expect(bare.errors.contains(Self.whole) || bare.output.contains(Self.whole))
    let zipped = try ingest("a.zip") { try zip($0, ["东源县/小班"], to: "a.zip") }
    #expect(zipped.exitCode == .success, "\(zipped.errors)")
    #expect((zipped.errors + zipped.output).contains(Self.whole))
    #expect((zipped.errors + zipped.output).contains("a.zip/东源县/小班.shp"))
  }

  @Test("an archive with several shapefiles must say which; a pattern takes all of them")
  func several() throws {
    let unclear = try ingest("a.zip") { try zip($0, ["a", "b"], to: "a.zip") }
    #expect(unclear.exitCode == .missingColumn)
    #expect(unclear.errors.contains("a.shp, b.shp"))
    let named = try ingest("a.zip/b.shp") { try zip($0, ["a", "b"], to: "a.zip") }
    #expect((named.errors + named.output).contains("a.zip/b.shp: " + Self.whole))
    let all = try ingest("a.zip/*.shp") { try zip($0, ["a", "b"], to: "a.zip") }
    #expect(all.exitCode == .success, "\(all.errors)")
    #expect((all.errors + all.output).contains("a.zip/a.shp: 2625 rows"))
    #expect((all.errors + all.output).contains("a.zip/b.shp: 2625 rows"))
  }

  @Test("a broken entry is damage, not fewer rows")
  func brokenEntry() throws {
    let outcome = try ingest("a.zip") { workspace in
      try zip(workspace, ["a"], to: "a.zip")
      let url = URL(fileURLWithPath: workspace.path("a.zip"))
      var bytes = try Data(contentsOf: url)
      bytes[40_000] ^= 0xFF
      try bytes.write(to: url)
    }
    #expect(outcome.exitCode == .damaged)
    #expect(outcome.errors.contains("a.shp"))
    let cut = try ingest("a.zip") { workspace in
      try zip(workspace, ["a"], to: "a.zip")
      let url = URL(fileURLWithPath: workspace.path("a.zip"))
      try Data(contentsOf: url).prefix(200_000).write(to: url)
    }
    #expect(cut.exitCode == .wrongKind)
  }

  @Test("one coordinate that is no number sets one row aside")
  func notANumber() throws {
    let outcome = try ingest(Self.stem + ".shp") { workspace in
      let url = URL(fileURLWithPath: workspace.path(Self.stem + ".shp"))
      var bytes = try Data(contentsOf: url)
      // The second point of the first polygon: header 100, record 8, shape 44, part 4, point 16.
      bytes.replaceSubrange(
        172..<180, with: withUnsafeBytes(of: Double.nan.bitPattern) { Data($0) })
      try bytes.write(to: url)
    }
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect((outcome.errors + outcome.output).contains("+ 4 quarantined"))
  }

  private static let parameters =
    #"dx: 1, dy: 2, dz: 3, rx: 0.1, ry: 0.1, rz: 0.1, scale: 1, source: "测试""#

  @Test("an old datum beside CGCS2000 is refused naming both, and accepted with parameters")
  func datums() throws {
    func mixed(_ options: String) throws -> Workspace.Outcome {
      let workspace = try Workspace()
      try workspace.copyDemo()
      try workspace.write(
        """
        { name: "one", title: "one", stages: ["ingest"],
          sources: { inventory: [
            { survey: 2018, path: "../sample-data/xiaoban_2018_*.shp",
              mapping: "mappings/national-xiaoban.json5" },
            { survey: 2023, path: "../\(Self.stem).shp", epsg: 2362 \(options),
              mapping: "mappings/national-xiaoban.json5" }] },
          methods: [{ file: "methods/guangdong-forestry.json5" }] }
        """, to: "pipelines/one.json5")
      return try workspace.run("pipelines/one.json5")
    }
    let mix = try mixed("")
    #expect(mix.exitCode == .coordinates)
    #expect(mix.errors.contains("xiaoban_2018") && mix.errors.contains("xiaoban_2023"))
    let shift = ", datumShift: { convention: \"position-vector\", \(Self.parameters) }"
    let shifted = try mixed(shift)
    #expect(shifted.exitCode == .success, "\(shifted.errors)")
  }
}
