internal import Configuration
internal import Foundation
internal import Geospatial
internal import Inventory
internal import Mapping

/// The mappings that a layer is compared with: all `*.json5` files of a folder, by name.
public struct MappingCatalog: Sendable {
  struct Entry: Sendable {
    var mapping: MappingFile
    /// Absolute path.
    var path: String
    /// Field → absolute path of its code list.
    var lists: [String: String]
  }

  let entries: [Entry]
  /// The folder as it was named.
  public let folder: String

  public var count: Int { entries.count }

  /// No mapping at all.
  public init() {
    entries = []
    folder = ""
  }

  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - folder: path of the folder.
  ///   - isOptional: whether a folder that does not exist is an empty one.
  /// - Throws: `InputFileError`, `ConfigurationError`, `CodeListError`.
  public init(folder: String, isOptional: Bool = false) throws {
    self.folder = folder
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      if isOptional {
        entries = []
        return
      }
      throw InputFileError(path: folder, problem: .missing)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json5") && !$0.hasPrefix(".") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    entries = try names.map { try Self.entry(folder + "/" + $0) }
  }

  static func entry(_ path: String) throws -> Entry {
    let absolute = URL(fileURLWithPath: path).standardized.path
    let root = try ConfigurationReader(
      JSON5.parse(InputFile.bytes(absolute), file: path), file: path)
    var reader = MappingReader()
    let mapping = try reader.read(root, at: absolute)
    var paths: [String: String] = [:]
    for member in MappingFile.codeListPaths(byField: root.value) {
      paths[member.field] = InputFile.resolve(member.path, from: absolute)
    }
    return Entry(mapping: mapping, path: absolute, lists: paths)
  }
}
