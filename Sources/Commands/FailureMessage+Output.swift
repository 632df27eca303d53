internal import Archive
internal import Foundation
internal import Geospatial
internal import Pipeline
internal import Stages

/// What cannot be written.
extension FailureMessage {
  static func unusable(_ error: UnusableFolder) -> FailureMessage {
    let option = error.purpose == .reports ? "output" : "work"
    let use = error.purpose == .reports ? "reports" : "results of stages"
    var message = FailureMessage(problem: "", exitCode: .cannotWrite)
    message.remedy = "name a folder for the \(use) with --\(option)"
    switch error.problem {
    case .file(let place) where place == error.path:
      message.problem =
        "\(place): a file, where the folder for \(use) is to be; it is left as it is"
    case .file(let place):
      message.problem = "\(error.path): cannot be made, \(place) is a file"
    case .brokenLink(let place):
      message.problem = "\(place): a symbolic link that leads nowhere"
    case .notWritable(let place):
      message.problem = "\(place): no permission to write there"
    case .holdsResults(let work):
      message.problem = "\(error.path): would be replaced, and holds the work folder \(work)"
      message.remedy = "name another folder with --output, beside the work folder"
    }
    return message
  }

  /// A disk without room, wherever it was noticed first; nil for any other failure.
  static func full(_ error: any Error) -> FailureMessage? {
    switch error {
    case let error as FileError where error.isFull: full(error.path)
    case let error as StoreError where error.isFull: full(error.path)
    case let error as OutputError where error.isFull: full(error.path)
    case let error as CocoaError where error.code == .fileWriteOutOfSpace:
      full(error.filePath ?? FileManager.default.currentDirectoryPath)
    default: nil
    }
  }

  private static func full(_ path: String) -> FailureMessage {
    FailureMessage(
      problem: "the disk is full: no room is left in \(folder(path))",
      details: ["while writing " + Path.name(of: path)],
      remedy: "free space there, or name folders on another disk with --work and --output; "
        + "complete stages are kept",
      exitCode: .cannotWrite)
  }

  /// The folder that a draft is for: drafts are gone when the message is read.
  private static func folder(_ path: String) -> String {
    var folder = Path.parent(of: path)
    while folder.split(separator: "/").contains(where: { $0.hasPrefix("draft-") }) {
      folder = Path.parent(of: folder)
    }
    return folder
  }
}

extension OutputError {
  /// The system's own words are all that GDAL hands on.
  fileprivate var isFull: Bool {
    guard case .cannotCreate(let reason) = problem else {
      guard case .cannotWrite(let reason) = problem else { return false }
      return Self.meansFull([reason] + diagnostics)
    }
    return Self.meansFull([reason] + diagnostics)
  }

  private static func meansFull(_ texts: [String]) -> Bool {
    texts.contains { text in
      ["No space left", "disk is full", "quota exceeded"].contains { text.contains($0) }
    }
  }
}
