import Foundation

/// Real data that lies beside the repository where it is developed. Elsewhere the tests that need
/// it say that they were skipped.
enum SharedData {
  static func path(_ name: String) -> String? {
    let places = [
      Workspace.packageRoot + "/../shared",
      ProcessInfo.processInfo.environment["LINTAN_SHARED"] ?? "",
    ]
    let found = places.map { $0 + "/" + name }
      .first { FileManager.default.fileExists(atPath: $0) }
    if found == nil { print("skipped: ../shared/\(name) is not here") }
    return found
  }

  static let stands = path("real-data/metsi_fi/metsakeskus_two_dates.gpkg")
}
