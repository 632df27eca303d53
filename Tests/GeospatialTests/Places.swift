import Foundation
import Inventory
import Testing

@testable import Geospatial

/// Shared test data, which a checkout may lack, and folders for what tests write.
enum Places {
  /// The `real-data` folder next to the package, or where `LINTAN_SHARED` says.
  static let realData: String? = {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["LINTAN_SHARED"] { candidates.append(named) }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      candidates.append(folder.deletingLastPathComponent().path + "/shared")
    }
    let found = candidates.map { $0 + "/real-data" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
    if found == nil {
      print("skipped: no shared/real-data near the package, LINTAN_SHARED not set")
    }
    return found
  }()

  static var hasRealData: Bool { realData != nil }

  static func fixture(_ name: String) throws -> String {
    try #require(realData) + "/encoding_fixtures/" + name
  }

  static var finnishStands: String {
    get throws { try #require(realData) + "/metsi_fi/metsakeskus_two_dates.gpkg" }
  }

  /// A new empty folder, removed afterwards.
  static func withFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.path + "/lintan-geo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Runs statements on a GeoPackage.
  static func execute(_ path: String, _ statements: [String]) throws {
    guard let dataset = Dataset(path: path, drivers: ["GPKG"], update: true) else {
      throw SourceError(path: path, problem: .notReadable(""))
    }
    for statement in statements { dataset.execute(statement) }
  }

  /// Runs a tool and returns what it prints, or nil with a printed reason.
  static func run(_ tool: String, _ arguments: [String]) throws -> String? {
    let path = "/usr/bin/" + tool
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("skipped: \(path) is not installed")
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

extension SourceColumn {
  /// For comparisons in tests.
  var strings: [String] {
    switch self {
    case .text(let column): (0..<column.count).map { column[$0] }
    case .number(let values): values.map { $0.isNaN ? "" : "\($0)" }
    }
  }
}
