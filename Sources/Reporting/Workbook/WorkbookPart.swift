/// One file inside a workbook's archive.
public struct WorkbookPart: Sendable, Equatable {
  /// Path inside the archive, with `/` between folders.
  public let path: String
  public let bytes: [UInt8]

  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
