/// Names that spreadsheet programs accept for sheets: 1 to 31 UTF-16 units without `[ ] : * ? / \`,
/// no apostrophe at either end, not `History`, and no two alike when case is ignored.
enum SheetName {
  /// The names for sheets wished to be called `wishes`, in the same order.
  static func unique(_ wishes: [String]) -> [String] {
    var names: [String] = []
    for wish in wishes {
      let base = acceptable(wish)
      var name = base
      var number = 2
      while names.contains(where: { $0.lowercased() == name.lowercased() }) {
        let ending = " (\(number))"
        name = cut(base, to: 31 - ending.utf16.count) + ending
        number += 1
      }
      names.append(name)
    }
    return names
  }

  private static func acceptable(_ wish: String) -> String {
    var name = ""
    for scalar in wish.unicodeScalars {
      let isForbidden = "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
      name.unicodeScalars.append(isForbidden ? "_" : scalar)
    }
    name = trimmed(cut(trimmed(name), to: 31))
    if name.isEmpty { return "Sheet" }
    return name.lowercased() == "history" ? name + "_" : name
  }

  private static func trimmed(_ name: String) -> String {
    var rest = Substring(name)
    while let first = rest.first, first == "'" || first == " " { rest.removeFirst() }
    while let last = rest.last, last == "'" || last == " " { rest.removeLast() }
    return String(rest)
  }

  private static func cut(_ name: String, to units: Int) -> String {
    var kept = ""
    var used = 0
    for character in name {
      used += character.utf16.count
      if used > units { break }
      kept.append(character)
    }
    return kept
  }
}
