import Commands
import Foundation
import Testing

/// A temporary folder in which `lintan` is run, and what it printed.
final class Workspace: Sendable {
  /// What one command did.
  struct Outcome {
    var exitCode: ExitCode
    var output: String
    var errors: String
  }

  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  let folder: String

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("lintan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Copies the demonstration with its sample data, mappings and methods, so that a test may
  /// change any of them.
  func copyDemo() throws {
    for name in ["pipelines", "sample-data"] {
      try FileManager.default.copyItem(
        atPath: Self.packageRoot + "/" + name, toPath: path(name))
    }
  }

  /// Changes a text file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try read(name)
    try #require(text.contains(old), "\(name) has no “\(old)”")
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  /// Runs a command as the user would type it; paths are below the workspace.
  func lintan(_ arguments: String...) throws -> Outcome {
    let (output, errors) = (path(".output"), path(".errors"))
    try Data().write(to: URL(fileURLWithPath: output))
    try Data().write(to: URL(fileURLWithPath: errors))
    let outputHandle = try #require(FileHandle(forWritingAtPath: output))
    let errorHandle = try #require(FileHandle(forWritingAtPath: errors))
    let code = LinTanCommand.main(
      arguments,
      console: Console(
        output: outputHandle.fileDescriptor, errors: errorHandle.fileDescriptor))
    try outputHandle.close()
    try errorHandle.close()
    return Outcome(
      exitCode: code, output: try read(".output"), errors: try read(".errors"))
  }

  /// Runs a pipeline file of the workspace with its work and output folders in the workspace.
  func run(_ pipeline: String, threads: Int = 2) throws -> Outcome {
    try lintan(
      "run", path(pipeline), "--work", path("work"), "--output", path("output"), "--threads",
      String(threads))
  }
}
