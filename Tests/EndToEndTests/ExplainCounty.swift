import Archive
import Commands
import Foundation
import Geospatial
import Glibc

/// A made-up county of some hundred 小班, run through the whole pipeline in a folder of its own.
struct ExplainCounty: Sendable {
  let folder: String

  /// Shared by tests that change nothing; its folder goes when the last of them is done.
  static let shared: Result<ExplainCounty, any Error> = {
    atexit {
      guard case .success(let county) = ExplainCounty.shared else { return }
      try? FileManager.default.removeItem(atPath: county.folder)
    }
    return Result { try ExplainCounty() }
  }()

  var pipeline: String { folder + "/pipeline.json5" }
  var work: String { folder + "/work" }

  static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// - Parameters:
  ///   - surveys: the calendar years to declare.
  ///   - geoPackage: whether the surveys are delivered as GeoPackages.
  init(surveys: [Int] = [2018, 2023], geoPackage: Bool = false) throws {
    folder = NSTemporaryDirectory() + "/lintan-explain-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let (code, output) = try Self.lintan([
      "synthesize", "--output", folder + "/data", "--subcompartments", "240", "--seed", "7",
    ])
    guard code == .success else { throw Failure(output: output) }
    if geoPackage { try Self.convert(surveys, folder + "/data") }
    let ending = geoPackage ? "gpkg" : "shp"
    let files = Self.root + "/pipelines"
    let inventory = surveys.map {
      "{ survey: \($0), path: 'data/xiaoban_\($0)_*.\(ending)', "
        + "mapping: '\(files)/mappings/national-xiaoban.json5' },"
    }.joined(separator: "\n")
    let text = """
      {
        name: "explain", title: "示例", work: "work", output: "output",
        sources: {
          inventory: [\(inventory)],
          villages: { path: "data/cun_*.shp", mapping: "\(files)/mappings/sample-villages.json5" },
          tenureParcels: [{
            path: "data/linquan_*.shp", mapping: "\(files)/mappings/sample-tenure-parcels.json5",
          }],
          exclusions: [{
            path: "data/hongxian_*.shp", mapping: "\(files)/mappings/sample-exclusions.json5",
          }],
          credited: [{
            path: "data/yijifa_*.shp", mapping: "\(files)/mappings/sample-credited.json5",
          }],
        },
        methods: [
          { file: "\(files)/methods/guangdong-forestry.json5" },
          { file: "\(files)/methods/shenzhen-forest-management.json5" },
          { file: "\(files)/methods/sanming-forest-ticket.json5" },
        ],
        rules: { "duplicate-key": "quarantine" },
        tenure: { titleUntil: 2028 },
      }
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: pipeline))
    let run = try Self.lintan(["run", pipeline, "--threads", "2"])
    guard run.code == .success else { throw Failure(output: run.output) }
  }

  struct Failure: Error { var output: String }

  /// Writes the surveys once more as GeoPackages.
  private static func convert(_ surveys: [Int], _ folder: String) throws {
    for survey in surveys {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let name = names.first { $0.hasPrefix("xiaoban_\(survey)") && $0.hasSuffix(".shp") } ?? ""
      var source = try VectorSource(path: folder + "/" + name)
      let fields = source.description.fields
      let batch = try source.read(
        0..<source.description.rowCount, fields: Array(fields.indices), geometry: true)
      var writer = try LayerWriter(
        path: folder + "/" + name.dropLast(3) + "gpkg", format: .geoPackage, layer: "xiaoban",
        fields: fields, geometry: .polygon, epsg: 4526)
      try writer.append(columns: batch.columns, geometry: batch.geometry)
      try writer.finish()
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a command and gives what it printed, complaints included.
  static func lintan(_ arguments: [String]) throws -> (code: ExitCode, output: String) {
    let path = NSTemporaryDirectory() + "/lintan-output-" + UUID().uuidString
    let descriptor = open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
    defer {
      close(descriptor)
      unlink(path)
    }
    let code = LinTanCommand.main(
      arguments, console: Console(output: descriptor, errors: descriptor))
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return (code, String(decoding: data, as: UTF8.self))
  }

  /// The only file of a name among the stage results.
  func store(_ stage: String, _ file: String) throws -> String {
    let results = try FileManager.default.contentsOfDirectory(atPath: work + "/" + stage)
    return work + "/" + stage + "/" + (results.first ?? "") + "/" + file
  }

  /// One column of integers.
  func integers(_ stage: String, _ file: String, _ sql: String) throws -> [Int64] {
    let connection = try Connection(path: try store(stage, file), mode: .readOnly)
    return try connection.columns(sql, kinds: [.integer]).integers(0)
  }
}
