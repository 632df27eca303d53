public import Inventory

/// A code list in its file form: CSV in UTF-8 with the columns `code,name,meaning,standing`.
public enum CodeListTable {
  /// What is wrong with a code list file. Lines count from 1.
  public enum Problem: Error, Sendable, Equatable {
    case header(found: String)
    case fieldCount(line: Int, found: Int)
    case duplicateCode(line: Int, code: String)
    case standing(line: Int, found: String)
    case notUTF8
  }

  public static let header = "code,name,meaning,standing"

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - identifier: a short name for messages.
  public static func parse(_ bytes: [UInt8], identifier: String) throws(Problem) -> CodeList {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    var entries: [String: CodeList.Entry] = [:]
    var isFirst = true
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if isFirst {
        let found = line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
        guard found == header else { throw .header(found: String(found)) }
        isFirst = false
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { throw .fieldCount(line: index + 1, found: cells.count) }
      guard let standing = Standing(rawValue: cells[3]) else {
        throw .standing(line: index + 1, found: cells[3])
      }
      guard entries[cells[0]] == nil else {
        throw .duplicateCode(line: index + 1, code: cells[0])
      }
      entries[cells[0]] = CodeList.Entry(name: cells[1], meaning: cells[2], standing: standing)
    }
    return CodeList(identifier: identifier, entries: entries)
  }
}
