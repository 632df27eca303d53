/// A text to be found in others. Comparing UTF-8 bytes is what makes it fast: the standard
/// library's search works character by character, and lists are searched for dozens of words.
struct Needle: Sendable {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  func occurs(in other: [UInt8]) -> Bool {
    guard let first = bytes.first, other.count >= bytes.count else { return false }
    for start in 0...(other.count - bytes.count) where other[start] == first {
      var length = 1
      while length < bytes.count, other[start + length] == bytes[length] { length += 1 }
      if length == bytes.count { return true }
    }
    return false
  }

  func ends(_ other: [UInt8]) -> Bool {
    guard other.count >= bytes.count else { return false }
    let start = other.count - bytes.count
    return bytes.indices.allSatisfy { other[start + $0] == bytes[$0] }
  }

  func isWhole(_ other: [UInt8]) -> Bool { bytes == other }
}
