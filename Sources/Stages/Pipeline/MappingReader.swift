internal import Configuration
internal import Foundation
internal import Geospatial
internal import Inventory
internal import Mapping

/// Reads mapping files with the code lists that they name, each list once.
struct MappingReader {
  /// By absolute path.
  private var codeLists: [String: CodeList] = [:]

  init() {}

  /// Decodes a mapping.
  ///
  /// - Parameters:
  ///   - root: the root object of the file.
  ///   - path: the file's absolute path, from which code lists are found.
  /// - Throws: `ConfigurationError`, `InputFileError` or `CodeListError`.
  mutating func read(_ root: ConfigurationReader, at path: String) throws -> MappingFile {
    // Code lists are read before the mapping so that its decoding stays free of files.
    var lists: [String: CodeList] = [:]
    for written in MappingFile.codeListPaths(in: root.value) {
      let listPath = InputFile.resolve(written, from: path)
      let list = try codeLists[listPath] ?? Self.codeList(listPath, written, root)
      codeLists[listPath] = list
      lists[written] = list
    }
    return try MappingFile(root) { written throws(ConfigurationError) in
      guard let list = lists[written] else {
        throw root.error(.invalid("code list \(written) was not read"))
      }
      return list
    }
  }

  private static func codeList(
    _ path: String, _ written: String, _ root: ConfigurationReader
  ) throws -> CodeList {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(path)
    } catch {
      throw InputFileError(
        path: written, problem: error.problem,
        namedBy: root.error(.invalid("code list"), at: "columns"))
    }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    do {
      return try CodeListTable.parse(PlainText.utf8(bytes), identifier: name)
    } catch {
      throw CodeListError(path: written, problem: error)
    }
  }
}
