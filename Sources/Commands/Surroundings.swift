internal import Foundation

/// Facts about where the program runs. They change how a run goes and looks, never what it finds.
enum Surroundings {
  static var processorCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// A path as one would type it here.
  static func shortened(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
