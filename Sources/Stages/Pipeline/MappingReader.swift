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

  /// Errors about the first column that names a list.
  private static func place(
    of written: String, in root: ConfigurationReader
  ) -> (ConfigurationError.Problem) -> ConfigurationError {
    func members(_ value: ConfigurationValue) -> [ConfigurationValue.Member] {
      if case .object(let members) = value.kind { members } else { [] }
    }
    let columns = members(root.value).first { $0.key == "columns" }
    for column in columns.map({ members($0.value) }) ?? [] {
      for member in members(column.value) where member.value.kind == .string(written) {
        guard member.key == "codes" || member.key == "obsolete" else { continue }
        return {
          ConfigurationError(
            file: root.file, position: member.value.position,
            path: "columns.\(column.key).\(member.key)", problem: $0)
        }
      }
    }
    return { root.error($0, at: "columns") }
  }

  private static func codeList(
    _ path: String, _ written: String, _ root: ConfigurationReader
  ) throws -> CodeList {
    let place = Self.place(of: written, in: root)
    if written == "?" {
      throw place(
        .unusable(
          "“?” stands where the path of a code list belongs; the mapping is a draft that is not "
            + "finished",
          remedy:
            "write the path of a list (code,name,meaning,standing: `lintan help code-lists`); "
            + "a field that is not required may be left out"))
    }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(path)
    } catch {
      throw InputFileError(
        path: written, problem: error.problem,
        namedBy: place(.invalid("code list")))
    }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    do {
      return try CodeListTable.parse(PlainText.utf8(bytes), identifier: name)
    } catch {
      throw CodeListError(path: written, problem: error)
    }
  }
}
