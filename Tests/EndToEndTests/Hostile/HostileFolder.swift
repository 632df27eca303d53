import Commands
import Foundation
import Testing

/// A workspace with a pipeline that ingests one file, whatever that is.
struct HostileFolder {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try FileManager.default.createDirectory(
      atPath: workspace.path("pipelines"), withIntermediateDirectories: true)
    for name in ["mappings", "codes", "methods"] {
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path("pipelines/" + name),
        withDestinationPath: Workspace.packageRoot + "/pipelines/" + name)
    }
  }

  func path(_ name: String) -> String { workspace.path(name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Writes .shp, .shx, .dbf and .prj; names of files to leave out, files to cut short.
  func write(
    _ shapefile: ShapefileBytes, to stem: String = "a", without: Set<String> = [],
    cut: [String: Int] = [:], projection: String? = nil
  ) throws {
    let prj = try projection ?? Self.projection()
    let parts = [
      "shp": shapefile.shp, "shx": shapefile.shx, "dbf": shapefile.dbf, "prj": Array(prj.utf8),
    ]
    for (ending, bytes) in parts where !without.contains(ending) {
      let kept = cut[ending].map { $0 < 0 ? bytes.count + $0 : $0 } ?? bytes.count
      try write(Array(bytes.prefix(kept)), to: stem + "." + ending)
    }
  }

  private static func projection() throws -> String {
    try String(
      contentsOfFile: Workspace.packageRoot + "/sample-data/xiaoban_2023_449921.prj",
      encoding: .utf8)
  }

  /// Runs the first stages of a pipeline whose only source is `file`.
  func run(
    _ file: String, options: String = "", stages: String = #"["ingest"]"#
  ) throws -> Workspace.Outcome {
    try workspace.write(
      """
      { name: "one", title: "one", stages: \(stages),
        sources: { inventory: [{ survey: 2023, path: "../\(file)",
          mapping: "mappings/national-xiaoban.json5" \(options) }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """, to: "pipelines/one.json5")
    return try workspace.run("pipelines/one.json5")
  }

  func inspect(_ file: String) throws -> Workspace.Outcome {
    try workspace.lintan("inspect", path(file), "--mappings", path("pipelines/mappings"))
  }

  /// Runs and expects these numbers of rows; inspects and expects no complaint.
  func expectRows(
    _ file: String, _ accepted: Int, _ repaired: Int = 0, _ quarantined: Int = 0,
    options: String = "", _ location: SourceLocation = #_sourceLocation
  ) throws {
    let rows = accepted + repaired + quarantined
    let sum =
      "\(rows) rows = \(accepted) accepted + \(repaired) repaired + \(quarantined) quarantined"
    let outcome = try run(file, options: options)
    #expect(outcome.exitCode == .success, "\(outcome.errors)", sourceLocation: location)
    #expect(
      (outcome.errors + outcome.output).contains(sum), "\(outcome.errors)\(outcome.output)",
      sourceLocation: location)
    let inspected = try inspect(file)
    #expect(inspected.exitCode == .success, "\(inspected.errors)", sourceLocation: location)
  }

  /// Runs and inspects, and expects one error of this kind each time, with these words.
  func expectRefusal(
    _ file: String, _ code: ExitCode, _ words: [String], alsoInspecting: Bool = true,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    var outcomes = [try run(file)]
    if alsoInspecting { outcomes.append(try inspect(file)) }
    for outcome in outcomes {
      #expect(outcome.exitCode == code, "\(outcome.errors)", sourceLocation: location)
      #expect(
        outcome.errors.components(separatedBy: "error: ").count == 2, "\(outcome.errors)",
        sourceLocation: location)
      #expect(outcome.errors.contains("→"), "what to do is not said", sourceLocation: location)
      #expect(outcome.errors.utf8.count < 2000, "too long", sourceLocation: location)
      for word in words {
        #expect(
          outcome.errors.contains(word), "“\(word)” is not in: \(outcome.errors)",
          sourceLocation: location)
      }
    }
    #expect(!workspace.exists("output"), sourceLocation: location)
  }
}
