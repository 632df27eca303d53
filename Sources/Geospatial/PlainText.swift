/// Small text files as people save them.
public enum PlainText {
  /// The bytes as UTF-8: as they are where they are that, decoded where all of them are GB 18030, as
  /// Excel saves text in China; unchanged otherwise, for the caller to refuse.
  public static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    var text: [UInt8] = []
    let damage = bytes.withUnsafeBytes { TextDecoder(.gb18030).append($0, to: &text) }
    return damage == .none ? text : bytes
  }
}
