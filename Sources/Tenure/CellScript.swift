/// What a cell is written in, as far as its bytes show it: most cells of a list are one name in
/// Chinese characters, and nothing in them needs to be looked for.
enum CellScript {
  /// Characters from U+4000 to U+9FFF and digits only.
  case characters
  /// The same, with single blanks or more among them.
  case spaced
  /// Anything else.
  case mixed

  init(_ text: String) {
    var script = CellScript.characters
    var followers = 0
    for byte in text.utf8 {
      switch byte {
      case 0x80...0xBF where followers > 0: followers -= 1
      case 0xE4...0xE9 where followers == 0: followers = 2
      case 0x30...0x39 where followers == 0: break
      case 0x20 where followers == 0: script = .spaced
      default:
        self = .mixed
        return
      }
    }
    self = script
  }
}
