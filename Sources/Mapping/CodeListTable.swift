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
    // Lines are split by scalars: to `Character` a CR LF is one thing, in which there is no LF.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalars) in lines.enumerated() {
      let line = String(scalars.last == "\r" ? scalars.dropLast() : scalars)
      if isFirst {
        let found = line.unicodeScalars.first == "\u{FEFF}" ? String(line.dropFirst()) : line
        guard found == header else { throw .header(found: String(found.prefix(80))) }
        isFirst = false
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false)
        .map { trimmed($0) }
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

  /// A cell without blanks at its ends, as the columns that it explains are read.
  private static func trimmed(_ cell: Substring.UnicodeScalarView) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    let start = cell.drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...end])
  }
}
