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
    var lists: [String: CodeList] = [:]
    for written in MappingFile.codeListPaths(in: root.value) {
      let listPath = InputFile.resolve(written, from: absolute)
      let name = URL(fileURLWithPath: listPath).deletingPathExtension().lastPathComponent
      let content = try bytes(listPath, root)
      do {
        lists[written] = try CodeListTable.parse(content, identifier: name)
      } catch {
        throw CodeListError(path: listPath, problem: error)
      }
    }
    let mapping = try MappingFile(root) { written throws(ConfigurationError) in
      guard let list = lists[written] else {
        throw root.error(.invalid("code list \(written) was not read"))
      }
      return list
    }
    var paths: [String: String] = [:]
    for column in mapping.columns {
      guard let list = column.codes else { continue }
      let written = lists.keys.sorted().first { lists[$0] == list }
      if let written { paths[column.field] = InputFile.resolve(written, from: absolute) }
    }
    return Entry(mapping: mapping, path: absolute, lists: paths)
  }

  private static func bytes(
    _ path: String, _ root: ConfigurationReader
  ) throws -> [UInt8] {
    do {
      return try InputFile.bytes(path)
    } catch {
      throw InputFileError(
        path: path, problem: error.problem,
        namedBy: root.error(.invalid("code list"), at: "columns"))
    }
  }
}
