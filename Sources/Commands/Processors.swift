internal import Foundation

/// Facts about the machine that change how a run goes, never what it finds.
enum Processors {
  static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// A path as one would type it here.
  static func shortened(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
