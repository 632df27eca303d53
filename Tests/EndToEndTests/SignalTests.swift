import Archive
import Foundation
import Testing

/// The program as a process: what a signal does while a library does not come back.
@Suite(
  "Signals", .serialized,
  .enabled(
    if: FileManager.default.isExecutableFile(
      atPath: Workspace.packageRoot + "/.build/debug/lintan")))
struct SignalTests {
  static let program = Workspace.packageRoot + "/.build/debug/lintan"

  /// A GeoPackage whose own table of contents has no end: opening it takes for ever.
  private static func endless() throws -> (Workspace, String) {
    let workspace = try Workspace()
    let path = workspace.path("a.gpkg")
    let connection = try Connection(path: path, mode: .create)
    for statement in [
      "PRAGMA application_id = 0x47504B47", "PRAGMA user_version = 10300",
      "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, "
        + "organization_coordsys_id INTEGER, definition TEXT, description TEXT)",
      "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, "
        + "geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)",
      "CREATE VIEW gpkg_contents AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
        + "SELECT 'a' AS table_name, 'features' AS data_type, 'a' AS identifier, "
        + "'' AS description, '' AS last_change, 0 AS min_x, 0 AS min_y, 0 AS max_x, 0 AS max_y, "
        + "0 AS srs_id FROM c WHERE n < 0",
    ] {
      try connection.execute(statement)
    }
    try connection.close()
    return (workspace, path)
  }

  private func start(_ path: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["inspect", path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 1)
    return process
  }

  /// Seconds until the process has ended, or the limit.
  private func wait(_ process: Process, atMost limit: Double) -> Double {
    let start = Date()
    while process.isRunning, Date().timeIntervalSince(start) < limit {
      Thread.sleep(forTimeInterval: 0.02)
    }
    return Date().timeIntervalSince(start)
  }

  @Test("the first ends a process that is stuck within seconds", arguments: [SIGTERM, SIGINT])
  func first(signal: Int32) throws {
    let (workspace, path) = try Self.endless()
    defer { _ = workspace }
    let process = try start(path)
    try #require(process.isRunning, "the file no longer keeps the library busy")
    kill(process.processIdentifier, signal)
    let seconds = wait(process, atMost: 15)
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(seconds < 10)
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }

  @Test("the second ends it at once")
  func second() throws {
    let (workspace, path) = try Self.endless()
    defer { _ = workspace }
    let process = try start(path)
    try #require(process.isRunning)
    kill(process.processIdentifier, SIGTERM)
    Thread.sleep(forTimeInterval: 0.3)
    kill(process.processIdentifier, SIGINT)
    let seconds = wait(process, atMost: 15)
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(seconds < 2)
    #expect(process.terminationStatus == 130)
  }
}
