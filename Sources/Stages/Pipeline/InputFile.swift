internal import Foundation

/// Reading of small text files: pipelines, mappings, methods, code lists.
enum InputFile {
  static func bytes(_ path: String) throws(InputFileError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFileError(path: path, problem: .missing)
    }
    if isFolder.boolValue { throw InputFileError(path: path, problem: .isFolder) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputFileError(path: path, problem: .unreadable("permission or input error"))
    }
    return [UInt8](data)
  }

  /// The absolute path that `path` means when it stands in `file`.
  static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return URL(fileURLWithPath: path).standardized.path }
    return URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent(path).standardized.path
  }

  /// `path` as it would be written in a file of `folder`.
  static func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var common = 0
    while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
    let parts = [Substring](repeating: "..", count: base.count - common) + target[common...]
    return parts.joined(separator: "/")
  }
}
