/// Beginnings and ends compared byte by byte. The texts here are normalised and in UTF-8 no character
/// begins within another, so the answer is that of `hasPrefix` and `hasSuffix`, which take
/// characters apart.
extension StringProtocol {
  func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

  func ends(with word: String) -> Bool {
    let length = word.utf8.count
    return utf8.count >= length && utf8.suffix(length).elementsEqual(word.utf8)
  }
}
