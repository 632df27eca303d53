/// Finds the word that was probably meant.
public enum Suggestion {
  /// The nearest candidate to a mistyped word, or none if none is near.
  ///
  /// Near means: at most a third of the longer word's characters are wrong, and at least one may
  /// be; upper and lower case count as the same. Of equally near candidates the first one wins.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    // Nobody mistypes a word this long; the bound keeps hostile input cheap.
    guard typed.count <= 200 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let meant = Array(candidate.lowercased().unicodeScalars)
      let longer = max(typed.count, meant.count)
      let allowed = longer < 2 ? 0 : max(1, longer / 3)
      guard abs(typed.count - meant.count) <= allowed else { continue }
      let distance = Self.distance(typed, meant)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn one word into the
  /// other (Damerau–Levenshtein, unrestricted), counted in Unicode scalars. Case counts.
  public static func distance(_ first: String, _ second: String) -> Int {
    distance(Array(first.unicodeScalars), Array(second.unicodeScalars))
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    let width = second.count + 2
    let unreachable = first.count + second.count
    // Row and column 0 are a border; cell (i + 1, j + 1) compares prefixes of lengths i and j.
    var cells = [Int](repeating: unreachable, count: (first.count + 2) * width)
    for i in 0...first.count { cells[(i + 1) * width + 1] = i }
    for j in 0...second.count { cells[width + j + 1] = j }
    var lastRow: [Unicode.Scalar: Int] = [:]
    for i in 0..<first.count {
      var lastColumn = 0
      for j in 0..<second.count {
        let swapRow = lastRow[second[j], default: 0]
        let swapColumn = lastColumn
        let same = first[i] == second[j]
        if same { lastColumn = j + 1 }
        let replaced = cells[(i + 1) * width + j + 1] + (same ? 0 : 1)
        let inserted = cells[(i + 2) * width + j + 1] + 1
        let deleted = cells[(i + 1) * width + j + 2] + 1
        let between = (i - swapRow) + 1 + (j - swapColumn)
        let swapped = cells[swapRow * width + swapColumn] + between
        cells[(i + 2) * width + j + 2] = min(replaced, inserted, deleted, swapped)
      }
      lastRow[first[i]] = i + 1
    }
    return cells[(first.count + 1) * width + second.count + 1]
  }
}
